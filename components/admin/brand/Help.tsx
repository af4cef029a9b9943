import type { ServerProps } from 'payload'
import { speaker } from '../speaker'

/** Below the login form: whom to ask. */
export const Help = ({ i18n }: ServerProps) => (
  <p className="ba-help">
    {speaker(i18n.language).say(
      '忘记密码或者账号被锁定，请联系信息中心。',
      'Forgotten password or locked account: ask the Information Centre.',
    )}
  </p>
)
