import { Refused, useEnvironment } from './environment'
import { openPayload } from './openPayload'
import { resetPassword } from './resetPassword'
import { runCommand } from './runCommand'

const USAGE = '用法：npm run password -- <邮箱>'

/**
 * `npm run password`: for somebody who has forgotten it, run on the server by whoever operates it. No account of the back
 * office can do this, so nobody who signs or administers gets into another person's account.
 */
runCommand(async () => {
  const [email, ...more] = process.argv.slice(2)
  if (!email || more.length > 0) throw new Refused(USAGE)
  const { databaseUrl } = useEnvironment('demonstration')
  const payload = await openPayload(databaseUrl)
  const { name, password } = await resetPassword({ payload, email })
  console.log(
    `${name} 的新密码：${password}\n仅显示这一次。原有登录均已失效，锁定已解除；请本人登录后立即在“账户”中修改密码。`,
  )
  await payload.destroy()
})
