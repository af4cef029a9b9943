import { resolve } from 'node:path'
import { reasonOf } from '../generator/durable'
import { Refused, useEnvironment } from './environment'
import { importerOf } from './import/importer'
import { importLaws } from './import/importLaws'
import { optionsOf } from './import/options'
import { scanFolder } from './import/read'
import { type ImportReport, reportLines } from './import/report'
import { openPayload } from './openPayload'
import { progress } from './progress'
import { runCommand } from './runCommand'

const scan = async (folder: string) => {
  try {
    return await scanFolder(folder)
  } catch (error) {
    throw new Refused(`文件夹 ${folder} 无法读取：${reasonOf(error)}`)
  }
}

/** `npm run import`: laws in Markdown become manuscripts with forms of the route `migration` (workflow.md, Routes). */
runCommand(async () => {
  const { folder: given, column, email, from } = optionsOf(process.argv.slice(2))
  // npm runs scripts in the project's folder; a path is meant from where it was typed.
  const folder = resolve(process.env.INIT_CWD ?? '', given)
  const { files, problems } = await scan(folder)
  const { databaseUrl } = useEnvironment('demonstration')
  const payload = await openPayload(databaseUrl)
  const importer = await importerOf({ payload, email, columnPath: column, now: new Date() })
  const { name, departmentName } = importer.person
  console.log(
    `以${departmentName}${name}的名义导入栏目“${importer.columnName}”，每件均声明：不涉密，不含个人信息`,
  )
  const report: ImportReport = { created: 0, completed: 0, comparisons: [], problems, notes: [] }
  const bar = progress({ label: '导入', total: files.length })
  try {
    await importLaws({ payload, importer, files, from, report, onFile: bar.tick })
  } finally {
    bar.done()
    console.log(reportLines(report).join('\n'))
  }
  await payload.destroy()
})
