import { shanghaiDate, shanghaiDateTime } from '../../../collections/dates'

export const DateTime = ({ iso }: { iso: string }) => (
  <time dateTime={iso}>{shanghaiDateTime(iso)}</time>
)

export const Day = ({ iso, className }: { iso: string; className?: string }) => (
  <time dateTime={shanghaiDate(iso)} className={className}>
    {shanghaiDate(iso)}
  </time>
)
