import { getPayload } from 'payload'
import { isDatabaseThere } from './database'
import { Refused } from './environment'

/** Payload on the database that is there, without its own lines on its start. @throws Refused when there is none */
export const openPayload = async (databaseUrl: string) => {
  if (!isDatabaseThere(databaseUrl)) {
    throw new Refused(`没有数据库 ${databaseUrl}，请先运行 npm start 或 npm run setup`)
  }
  process.env.PAYLOAD_LOG_LEVEL ??= 'error'
  const { default: config } = await import('../payload.config')
  return getPayload({ config })
}
