import { z } from 'zod'
import { actOnForm } from '../workflow/act'
import { removePost, withdrawPost } from '../workflow/retract'
import { personFor } from './world'

const taskSchema = z.object({
  action: z.enum(['publish', 'refuse', 'withdraw', 'remove']),
  id: z.string(),
  by: z.string(),
})
export type KillTask = z.infer<typeof taskSchema>

/** Does the tasks that it is given, one after the other, until it is killed. Its environment names the database. */
const main = async () => {
  const { getPayload } = await import('payload')
  const { default: config } = await import('../payload.config')
  const payload = await getPayload({ config })
  const tasks = z.array(taskSchema).parse(JSON.parse(process.argv[2] ?? '[]'))
  process.stdout.write('ready\n')
  for (const { action, id, by } of tasks) {
    const person = await personFor(payload, by)
    const now = new Date()
    if (action === 'withdraw') {
      await withdrawPost({ payload, person, postId: id, explanation: '误', now })
    } else if (action === 'remove') {
      await removePost({ payload, person, postId: id, reason: '泄密', now })
    } else {
      const secrecy = action === 'publish' ? 'clear' : 'secret'
      const input = { action: 'sign', secrecy } as const
      await actOnForm({ payload, person, formId: id, rev: 1, input, now })
    }
  }
  process.stdout.write('done\n')
  process.exit(0)
}

void main()
