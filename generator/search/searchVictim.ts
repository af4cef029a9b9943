import { openSearchIndex } from './searchIndex'

/** Walks over made-up posts until it is killed; the process that `searchIndex.test.ts` kills. */
const work = async (file: string) => {
  const index = openSearchIndex({ file })
  process.stdout.write('ready\n')
  for (;;) {
    const { walked } = await index.progress()
    const documents = Array.from({ length: 20 }, (_, at) => ({
      number: walked + at + 1,
      labels: {
        column: 'news',
        department: 'food',
        year: '2026',
        kind: 'news',
        topic: '',
        issuer: '',
        validity: '',
      },
      head: `第${walked + at + 1}则`,
      text: `检验检疫人员查验第${walked + at + 1}批进口樱桃。`.repeat(20),
    }))
    await index.walk({ documents, to: walked + 20 })
  }
}

// Who has started it may be killed first; it must not write on for ever.
process.stdin.resume().once('end', () => process.exit())

const [, , file] = process.argv
if (file) void work(file)
