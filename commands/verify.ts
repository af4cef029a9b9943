import { setTimeout as wait } from 'node:timers/promises'
import { getPayload, type Payload } from 'payload'
import { readPublicFiles, verifyAnswers, verifyFiles, verifyPages } from '../generator/verifyFiles'
import { verifyPosts } from '../workflow/verifyPosts'
import { verifyRecords } from '../workflow/verifyRecords'
import { isDatabaseThere } from './database'
import { Refused, type Settings, useEnvironment } from './environment'
import { progress } from './progress'
import { runCommand } from './runCommand'

const SAMPLE = 100
const SHOWN = 200
/** Files may change while they are compared; what still differs after this does differ. */
const SECOND_LOOK_MS = 3_000

const open = async (databaseUrl: string) => {
  if (!isDatabaseThere(databaseUrl)) throw new Refused(`没有数据库 ${databaseUrl}`)
  process.env.PAYLOAD_LOG_LEVEL ??= 'error'
  const { default: config } = await import('../payload.config')
  return getPayload({ config })
}

const checkPosts = async (payload: Payload) => {
  const { totalDocs } = await payload.count({ collection: 'posts', overrideAccess: true })
  const bar = progress({ label: '核验信息', total: totalDocs, unit: '条' })
  const found: string[] = []
  for await (const { number, problems } of verifyPosts({ payload, onPosts: bar.tick })) {
    found.push(`信息 № ${number}：${problems.join('；')}`)
  }
  bar.done()
  return found
}

const checkRecords = async (payload: Payload) => {
  const { totalDocs } = await payload.count({
    collection: 'publication-records',
    overrideAccess: true,
  })
  const bar = progress({ label: '核验发布记录', total: totalDocs, unit: '条' })
  const broken = await verifyRecords({ payload, onRecords: bar.tick })
  bar.done()
  return broken === null ? [] : [`发布记录 № ${broken}：被改动，或者之前有记录缺失`]
}

const lookAtFiles = async ({ payload, dataDir }: { payload: Payload; dataDir: string }) => {
  const files = await readPublicFiles(dataDir)
  const bar = progress({ label: '核验文件', total: files.entries.size, unit: '个' })
  const found = new Map<string, string>()
  for await (const { file, problem } of verifyFiles({ files, onFile: bar.tick })) {
    found.set(file, problem)
  }
  bar.done()
  for await (const { file, problem } of verifyPages({ payload, files })) found.set(file, problem)
  return found
}

const checkFiles = async (where: { payload: Payload; dataDir: string }) => {
  const first = await lookAtFiles(where)
  if (first.size === 0) return []
  await wait(SECOND_LOOK_MS)
  const second = await lookAtFiles(where)
  return [...second].flatMap(([file, problem]) => (first.has(file) ? [`${file}：${problem}`] : []))
}

const checkAnswers = async ({ dataDir, siteUrl }: Settings) => {
  const files = await readPublicFiles(dataDir)
  const found: string[] = []
  for await (const { file, problem } of verifyAnswers({ files, siteUrl, count: SAMPLE })) {
    found.push(`${file}：${problem}`)
  }
  return found
}

/**
 * `npm run verify`: proves what is public. Every post against its stored snapshot and signatures, the chain of
 * publication records, every file against the manifest, and a sample over HTTP. Changes nothing; exits 1 on a difference.
 */
runCommand(async () => {
  const settings = useEnvironment('demonstration')
  const { dataDir, databaseUrl } = settings
  const payload = await open(databaseUrl)
  const found = [
    ...(await checkPosts(payload)),
    ...(await checkRecords(payload)),
    ...(await checkFiles({ payload, dataDir })),
    ...(await checkAnswers(settings)),
  ]
  await payload.destroy()
  for (const line of found.slice(0, SHOWN)) console.error(line)
  if (found.length > SHOWN) console.error(`……共 ${found.length} 处`)
  if (found.length > 0) throw new Refused(`核验发现 ${found.length} 处不符`)
  console.log('核验完毕：信息、发布记录、网页文件和网站的回答一致')
})
