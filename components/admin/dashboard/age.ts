import type { Speaker } from '../speaker'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** How long something has been waiting, in the largest fitting unit. */
export const age = ({ since, now, speaker }: { since: string; now: Date; speaker: Speaker }) => {
  const passed = Math.max(0, now.getTime() - new Date(since).getTime())
  const days = Math.floor(passed / DAY)
  if (days > 0) return speaker.say(`${days} 天`, days === 1 ? '1 day' : `${days} days`)
  const hours = Math.floor(passed / HOUR)
  if (hours > 0) return speaker.say(`${hours} 小时`, hours === 1 ? '1 hour' : `${hours} hours`)
  return speaker.say('不到 1 小时', 'less than an hour')
}
