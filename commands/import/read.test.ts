import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inGbk, madeLaw } from './madeLaws'
import { readLaw, scanFolder } from './read'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laws-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const put = async ({ path, content }: { path: string; content: string | Uint8Array }) => {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  return { path, file }
}

describe('a folder', () => {
  it('gives its Markdown files of every depth, sorted, and says what else lies there', async () => {
    for (const path of [
      '乙.md',
      '甲/丙.MD',
      'a.md',
      '说明.txt',
      '.DS_Store',
      '.git/x.md',
      '表.docx',
    ]) {
      await put({ path, content: '甲' })
    }
    await symlink(folder, join(folder, '环'))
    await symlink(join(folder, 'a.md'), join(folder, 'b.md'))
    await symlink(join(folder, '没有'), join(folder, 'c.md'))
    const { files, problems } = await scanFolder(folder)
    expect(files.map(({ path }) => path)).toEqual(['a.md', 'b.md', '乙.md', '甲/丙.MD'])
    expect(problems).toEqual([
      { path: '.DS_Store', code: 'hidden' },
      { path: '.git', code: 'hidden' },
      { path: 'c.md', code: 'unreadable' },
      { path: '环', code: 'folder-link' },
      { path: '表.docx', code: 'not-markdown' },
      { path: '说明.txt', code: 'not-markdown' },
    ])
  })

  it('that does not exist is an error', async () => {
    await expect(scanFolder(join(folder, '没有'))).rejects.toThrow('ENOENT')
  })
})

describe('a file', () => {
  const path = '示范法(2021-04-29).md'

  it('in GBK is read and noted', async () => {
    const read = await readLaw(await put({ path, content: inGbk(madeLaw()) }))
    expect(read).toMatchObject({
      law: { title: '中华人民共和国检验检测示范法' },
      notes: [{ path, code: 'encoding', detail: 'GB18030' }],
    })
  })

  it.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['binary', Uint8Array.of(1, 0, 2)],
    ['too-large', new Uint8Array(10 * 1024 * 1024 + 1)],
    ['unknown-encoding', Uint8Array.of(0x63, 0xe9, 0x20)],
    ['no-text', '# 示范法'],
  ])('that is %s is left out', async (code, content) => {
    expect(await readLaw(await put({ path, content }))).toMatchObject({ problem: { path, code } })
  })

  it('that went away meanwhile is left out', async () => {
    const read = await readLaw({ path, file: join(folder, path) })
    expect(read).toMatchObject({ problem: { path, code: 'unreadable' } })
  })
})
