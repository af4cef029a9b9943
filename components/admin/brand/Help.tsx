import type { ServerProps } from 'payload'
import { speaker } from '../speaker'

/** Below the login form: whom to ask. */
export const Help = ({ i18n }: ServerProps) => (
  <p className="ba-help">
    {speaker(i18n.language).say(
      '忘记密码，请本人联系信息中心，由服务器运维人员重设；账号被锁定，请联系安全管理员。',
      'Forgotten password: the Information Centre sets a new one on the server. Locked account: ask the security administrator.',
    )}
  </p>
)
