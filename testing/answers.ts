import { z } from 'zod'
import type { Answer } from './bureau'

const docSchema = z.looseObject({ id: z.string() })
const listSchema = z.looseObject({ docs: z.array(docSchema), totalDocs: z.number() })
const errorsSchema = z.looseObject({
  errors: z.array(
    z.looseObject({
      code: z.string().optional(),
      message: z.string(),
      field: z.string().optional(),
      extensions: z.looseObject({ code: z.string().optional() }).optional(),
    }),
  ),
})

/** The rows of a list. @throws when the answer is no list */
export const listOf = (answer: Answer) => listSchema.parse(answer.body)

/** The document of an answer, as the body itself or as its `doc`. */
export const docOf = ({ body }: Answer) => {
  const wrapped = z.looseObject({ doc: docSchema }).safeParse(body)
  return wrapped.success ? wrapped.data.doc : docSchema.parse(body)
}

/** The codes of the errors of an answer, of REST or GraphQL; empty when it holds none. */
export const codesOf = ({ body }: Answer): string[] => {
  const parsed = errorsSchema.safeParse(body)
  if (!parsed.success) return []
  return parsed.data.errors.map(({ code, extensions }) => code ?? extensions?.code ?? '')
}

/** The first message and field of an answer's errors. */
export const firstErrorOf = ({ body }: Answer) => errorsSchema.parse(body).errors[0]

/** The data of a GraphQL answer by its field names; null for a field that failed. */
export const dataOf = ({ body }: Answer): Record<string, unknown> =>
  z.looseObject({ data: z.record(z.string(), z.unknown()).nullish() }).parse(body).data ?? {}
