import type { DashboardViewServerProps } from '@payloadcms/next/views'
import { getTranslation } from '@payloadcms/translations'
import Link from 'next/link'

type Props = Pick<DashboardViewServerProps, 'navGroups' | 'i18n'>

/** The whole menu once more, in words: on a small screen the side bar is folded away. */
export const Menu = ({ navGroups = [], i18n }: Props) => (
  <nav className="ba-menu">
    {navGroups.map(({ label, entities }) => (
      <div className="ba-menu__group" key={label}>
        <h2 className="ba-menu__title">{label}</h2>
        {entities.map((entity) => (
          <Link href={`/admin/${entity.type}/${entity.slug}`} key={entity.slug} prefetch={false}>
            {getTranslation(entity.label, i18n)}
          </Link>
        ))}
      </div>
    ))}
  </nav>
)
