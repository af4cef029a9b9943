import type { InStatement, ResultSet } from '@libsql/client'
import type { SearchDocument } from './document'
import {
  type Counts,
  countFacets,
  FACETS,
  type Facet,
  type Filters,
  ofFacets,
  packed,
  SPAN,
  unpacked,
} from './facets'
import { matchExpression, type Phrase, type Place } from './query'
import {
  forgetLabels,
  isBroken,
  openSearchFile,
  removeSearchFile,
  type SearchClient,
} from './searchFile'
import { indexWords, unitsIn } from './units'

/** So many hits, the newest, are counted; what goes beyond is "more than". It bounds the time of every search. */
export const MOST_COUNTED = 3_000
/** So many results can be paged through. */
export const MOST_SHOWN = 500

export type Order = 'best' | 'newest'

/** What a search found. `total` stops at MOST_COUNTED; then `isMore`. */
export type Found = {
  numbers: number[]
  total: number
  /** The same without the filters. */
  unfiltered: number
  isMore: boolean
  /** The counts are those of the newest MOST_COUNTED hits. */
  areCountsPartial: boolean
  counts: Record<Facet, { value: string; count: number }[]>
}

/** What is searched for, and which part of the results is wanted. */
export type Search = {
  phrases: Phrase[]
  filters: Filters
  order: Order
  offset: number
  limit: number
}

/** How far the making of the index is: every post up to `walked` was looked at. */
export type Progress = { walked: number; isComplete: boolean }

/** The index in one file; one process opens it. */
export type SearchIndex = ReturnType<typeof openSearchIndex>

const wordsOf = (text: string) => indexWords([...unitsIn(text)]).join(' ')
const labelOf = (facet: Facet, id: number) => `${facet.charAt(0)}${id}`
/** What a post does not have has no label. */
const labelsOf = (numbers: Record<Facet, number>) =>
  FACETS.filter((facet) => numbers[facet] > 0)
    .map((facet) => labelOf(facet, numbers[facet]))
    .join(' ')

const numberIn = (value: unknown) => Number(value ?? 0)
const textIn = (value: unknown) => (typeof value === 'string' ? value : '')
const listIn = (result: ResultSet) => {
  const list = textIn(result.rows[0]?.list)
  return list === '' ? [] : list.split(',')
}

/**
 * The full-text index of the live posts, SQLite FTS5 over pairs of signs. It is opened with the first use. Rows are
 * numbered as posts are, so that going backwards through them is going back in time.
 *
 * Every change is one transaction: a kill leaves the index before it or after it. Changes are made one after the other,
 * by `searchFeed.ts`.
 */
export const openSearchIndex = ({ file }: { file: string }) => {
  let opening: Promise<SearchClient> | null = null
  let mustClean = false
  const labelIds = new Map<string, number>()
  const labelValues = new Map<string, string>()

  const client = () => {
    opening ??= openSearchFile(file)
    opening.catch(() => {
      opening = null
    })
    return opening
  }

  /** Closes and removes the file; the next use makes a new one, empty. */
  const discard = async () => {
    const open = await opening?.catch(() => null)
    opening = null
    open?.close()
    labelIds.clear()
    labelValues.clear()
    await removeSearchFile(file)
  }

  /** A file that is found broken goes at once; who asked tries again or is told. */
  const guarded = async <Result>(work: (open: SearchClient) => Promise<Result>) => {
    try {
      return await work(await client())
    } catch (error) {
      if (isBroken(error)) await discard()
      throw error
    }
  }

  const keepLabel = ({ facet, id, value }: { facet: string; id: number; value: string }) => {
    labelIds.set(`${facet} ${value}`, id)
    labelValues.set(`${facet} ${id}`, value)
  }

  const dropLabels = (rows: ResultSet['rows'] = []) => {
    for (const { facet, id, value } of rows) {
      labelIds.delete(`${textIn(facet)} ${textIn(value)}`)
      labelValues.delete(`${textIn(facet)} ${numberIn(id)}`)
    }
  }

  const readLabels = async (open: SearchClient) => {
    const { rows } = await open.execute('SELECT facet, id, value FROM labels')
    for (const { facet, id, value } of rows) {
      keepLabel({ facet: textIn(facet), id: numberIn(id), value: textIn(value) })
    }
  }

  /** The number of a value, given at its first use; 0 for none, and for one value too many. */
  const labelId = async ({ open, facet, value }: LabelQuery) => {
    if (value === '') return 0
    if (labelIds.size === 0) await readLabels(open)
    const known = labelIds.get(`${facet} ${value}`)
    if (known) return known < SPAN ? known : 0
    const { rows } = await open.execute({
      sql: `INSERT INTO labels SELECT ?1, coalesce(max(id), 0) + 1, ?2 FROM labels WHERE facet = ?1
            RETURNING id`,
      args: [facet, value],
    })
    const id = numberIn(rows[0]?.id)
    keepLabel({ facet, id, value })
    return id < SPAN ? id : 0
  }
  type LabelQuery = { open: SearchClient; facet: Facet; value: string }

  const labelNumbers = async ({ open, document }: Insertion) => {
    const numbers = ofFacets(() => 0)
    for (const facet of FACETS) {
      numbers[facet] = await labelId({ open, facet, value: document.labels[facet] })
    }
    return numbers
  }
  type Insertion = { open: SearchClient; document: SearchDocument }

  const insertion = async ({ open, document }: Insertion): Promise<InStatement[]> => {
    const { number, head, text } = document
    const numbers = await labelNumbers({ open, document })
    return [
      {
        sql: 'INSERT INTO words (rowid, head, text, labels) VALUES (?, ?, ?, ?)',
        args: [number, wordsOf(head), wordsOf(text), labelsOf(numbers)],
      },
      { sql: 'INSERT INTO texts VALUES (?, ?, ?)', args: [number, head, text] },
      { sql: 'INSERT INTO facts VALUES (?, ?)', args: [number, packed(numbers)] },
    ]
  }

  /** Takes posts out; FTS5 must be told exactly what it was given. */
  const removals = async ({ open, numbers }: { open: SearchClient; numbers: number[] }) => {
    const { rows } = await open.execute({
      sql: `SELECT number, head, text, pack FROM texts JOIN facts USING (number)
            WHERE number IN (${numbers.map(() => '?').join()})`,
      args: numbers,
    })
    return rows.map((row): Removal => {
      const parts = unpacked(textIn(row.pack))
      const labels = labelsOf(ofFacets((facet) => parts[FACETS.indexOf(facet)] ?? 0))
      const statements = [
        {
          sql: "INSERT INTO words (words, rowid, head, text, labels) VALUES ('delete', ?, ?, ?, ?)",
          args: [
            numberIn(row.number),
            wordsOf(textIn(row.head)),
            wordsOf(textIn(row.text)),
            labels,
          ],
        },
        { sql: 'DELETE FROM texts WHERE number = ?', args: [numberIn(row.number)] },
        { sql: 'DELETE FROM facts WHERE number = ?', args: [numberIn(row.number)] },
      ]
      return { statements, labels: labels.split(' ') }
    })
  }
  type Removal = { statements: InStatement[]; labels: string[] }

  /**
   * What was overwritten in the file must not stay in its log.
   * @throws when someone else is reading; the next change tries again
   */
  const clean = async (open: SearchClient) => {
    const { rows } = await open.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    if (numberIn(rows[0]?.busy) !== 0) throw new Error('The search index is read by someone else')
    mustClean = false
  }

  const apply = async ({ open, numbers, documents, more = [] }: Change) => {
    const gone = await removals({ open, numbers })
    const added: InStatement[] = []
    for (const document of documents) added.push(...(await insertion({ open, document })))
    mustClean ||= gone.length > 0
    const removing = gone.flatMap(({ statements }) => statements)
    const forgetting = forgetLabels([...new Set(gone.flatMap(({ labels }) => labels))])
    const results = await open.batch([...removing, ...added, ...more, forgetting], 'write')
    dropLabels(results.at(-1)?.rows)
    if (mustClean) await clean(open)
  }
  type Change = {
    open: SearchClient
    numbers: number[]
    documents: SearchDocument[]
    more?: InStatement[]
  }

  const numbersMatching = async ({ open, expression, limit, offset = 0 }: Matching) => {
    const result = await open.execute({
      sql: `SELECT group_concat(rowid) AS list FROM
            (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?)`,
      args: [expression, limit, offset],
    })
    return listIn(result).map(Number)
  }
  type Matching = { open: SearchClient; expression: string; limit: number; offset?: number }

  const packsMatching = async ({ open, expression }: { open: SearchClient; expression: string }) =>
    listIn(
      await open.execute({
        sql: `SELECT group_concat(pack) AS list FROM
              (SELECT rowid AS hit FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?)
              CROSS JOIN facts ON facts.number = hit`,
        args: [expression, MOST_COUNTED + 1],
      }),
    )

  const countMatching = async ({
    open,
    expression,
  }: {
    open: SearchClient
    expression: string
  }) => {
    const { rows } = await open.execute({
      sql: 'SELECT count(*) AS hits FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)',
      args: [expression, MOST_COUNTED + 1],
    })
    return numberIn(rows[0]?.hits)
  }

  const pageOf = async ({ open, order, offset, limit, expressionFor }: PageQuery) => {
    if (order === 'newest') {
      return numbersMatching({ open, expression: expressionFor('anywhere'), limit, offset })
    }
    const heads = await numbersMatching({
      open,
      expression: expressionFor('head'),
      limit: offset + limit,
    })
    const first = heads.slice(offset)
    if (first.length === limit) return first
    const others = await numbersMatching({
      open,
      expression: expressionFor('text'),
      limit: limit - first.length,
      offset: Math.max(0, offset - heads.length),
    })
    return [...first, ...others]
  }
  type PageQuery = {
    open: SearchClient
    order: Order
    offset: number
    limit: number
    expressionFor: (place: Place) => string
  }

  /** The labels of the chosen values; a value that no post has is chosen as one that matches nothing. */
  const chosenLabels = (filters: Filters) =>
    FACETS.flatMap((facet) => {
      const values = filters[facet]
      if (!values) return []
      const ids = values.map((value) => labelIds.get(`${facet} ${value}`) ?? SPAN)
      return [
        { facet, ids: new Set(ids), labels: [...new Set(ids)].map((id) => labelOf(facet, id)) },
      ]
    })

  const namedCounts = (counts: Counts) =>
    ofFacets((facet) =>
      [...counts.values[facet]].map(([id, count]) => ({
        value: labelValues.get(`${facet} ${id}`) ?? '',
        count,
      })),
    )

  return {
    /** Takes posts out of the index and puts documents in, in one transaction. */
    replace: ({ numbers, documents }: { numbers: number[]; documents: SearchDocument[] }) =>
      guarded((open) => apply({ open, numbers, documents })),

    /** The same for the next posts of a walk over all, with the place that it has come to. */
    walk: ({ documents, to }: { documents: SearchDocument[]; to: number }) =>
      guarded((open) =>
        apply({
          open,
          numbers: documents.map(({ number }) => number),
          documents,
          more: [{ sql: 'UPDATE progress SET walked = ?', args: [to] }],
        }),
      ),

    finishWalk: () => guarded((open) => open.execute('UPDATE progress SET complete = 1')),

    progress: (): Promise<Progress> =>
      guarded(async (open) => {
        const { rows } = await open.execute('SELECT walked, complete FROM progress')
        return { walked: numberIn(rows[0]?.walked), isComplete: rows[0]?.complete === 1 }
      }),

    count: () =>
      guarded(async (open) => {
        const { rows } = await open.execute('SELECT count(*) AS posts FROM facts')
        return numberIn(rows[0]?.posts)
      }),

    discard,

    /**
     * Posts that hold every phrase and pass the filters, with counts for narrowing further. Without phrases: what the
     * first filter lets through, the newest first.
     * @param offset at most MOST_SHOWN
     */
    find: ({ phrases, filters, order, offset, limit }: Search): Promise<Found> =>
      guarded(async (open) => {
        if (labelIds.size === 0) await readLabels(open)
        const chosen = chosenLabels(filters)
        const labels = chosen.map((choice) => choice.labels)
        const expressionFor = (place: Place) => matchExpression({ phrases, labels, place })
        const isBrowsing = phrases.length === 0
        const packs = await packsMatching({
          open,
          expression: matchExpression({ phrases, labels: isBrowsing ? labels.slice(0, 1) : [] }),
        })
        const counts = countFacets({
          packs: packs.slice(0, MOST_COUNTED),
          chosen: Object.fromEntries(chosen.map(({ facet, ids }) => [facet, ids])),
        })
        const isBeyond = packs.length > MOST_COUNTED
        const isFiltered = chosen.length > 0
        const total = !isBeyond
          ? counts.total
          : isFiltered
            ? await countMatching({ open, expression: expressionFor('anywhere') })
            : packs.length
        const page = {
          open,
          order: isBrowsing ? 'newest' : order,
          offset,
          limit,
          expressionFor,
        } as const
        const numbers = total > 0 ? await pageOf(page) : []
        return {
          numbers,
          total: Math.min(total, MOST_COUNTED),
          unfiltered: Math.min(packs.length, MOST_COUNTED),
          isMore: total > MOST_COUNTED,
          areCountsPartial: isBeyond,
          counts: namedCounts(counts),
        }
      }),

    /** Whether any post holds all phrases. */
    has: (phrases: Phrase[]) =>
      guarded(async (open) => {
        const expression = matchExpression({ phrases, labels: [] })
        return (await numbersMatching({ open, expression, limit: 1 })).length > 0
      }),

    /** The stored texts of posts, for excerpts. */
    texts: (numbers: number[]) =>
      guarded(async (open) => {
        const { rows } = await open.execute({
          sql: `SELECT number, text FROM texts WHERE number IN (${numbers.map(() => '?').join()})`,
          args: numbers,
        })
        return new Map(rows.map(({ number, text }) => [numberIn(number), textIn(text)]))
      }),

    close: async () => {
      const open = await opening?.catch(() => null)
      opening = null
      open?.close()
    },
  }
}
