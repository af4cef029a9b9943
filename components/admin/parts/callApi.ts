import type { Language } from '../../../access/language'
import { isRecord } from '../../../collections/gate/values'

/** A reason of a refusal, worded by the server in the person's language. */
export type ReasonGiven = { code: string; message: string; field?: string }

export type ApiAnswer =
  | { ok: true; status: number; body: Record<string, unknown> }
  | { ok: false; status: number; reasons: ReasonGiven[]; body: Record<string, unknown> }

const UNREACHABLE = {
  zh: '没有连上服务器，请检查网络后重试；您填写的内容还在。',
  en: 'The server could not be reached. Try again; what you wrote is still here.',
}
const UNCLEAR = {
  zh: '服务器未能完成此操作，请稍后再试。',
  en: 'The server could not do this. Try again later.',
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** The reasons in an answer of the API, whatever shape it has. */
export const reasonsIn = ({ body, language }: { body: unknown; language: Language }) => {
  const errors = isRecord(body) && Array.isArray(body.errors) ? body.errors : []
  const reasons = errors.flatMap((error): ReasonGiven[] => {
    if (!isRecord(error)) return []
    const message = textOf(error.message)
    const field = textOf(error.field)
    return message
      ? [{ code: textOf(error.code) ?? 'error', message, ...(field ? { field } : {}) }]
      : []
  })
  return reasons.length > 0 ? reasons : [{ code: 'error', message: UNCLEAR[language] }]
}

/** Calls the API as the person who is signed in. Never throws: no connection is a reason like any other. */
export const callApi = async ({
  path,
  body,
  language,
  method = 'POST',
}: {
  path: string
  body?: unknown
  language: Language
  method?: 'GET' | 'POST' | 'PATCH'
}): Promise<ApiAnswer> => {
  try {
    const response = await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json().catch(() => null)
    const { status } = response
    const given = isRecord(answer) ? answer : {}
    if (response.ok) return { ok: true, status, body: given }
    return { ok: false, status, reasons: reasonsIn({ body: given, language }), body: given }
  } catch {
    return {
      ok: false,
      status: 0,
      reasons: [{ code: 'unreachable', message: UNREACHABLE[language] }],
      body: {},
    }
  }
}
