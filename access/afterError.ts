import { type AfterErrorHook, ValidationError } from 'payload'
import { Refusal, wordReasons } from './refusal'
import { REFUSALS, type Reason, type RefusalCode } from './refusals'

type Fault = { name?: unknown; status?: unknown; message?: unknown; data?: unknown }

const CODES: Record<number, RefusalCode> = {
  400: 'bad-value',
  401: 'no-login',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'body-too-large',
}

/** What Payload, its parsers and its database adapters throw at a bad request, by the name of the error. */
const CODES_BY_NAME: Record<string, RefusalCode> = {
  AuthenticationError: 'login-failed',
  LockedAuth: 'account-locked',
  QueryError: 'bad-query',
  CastError: 'bad-query',
  SyntaxError: 'bad-json',
  URIError: 'bad-query',
  FileUploadError: 'file-content',
}

const CODES_BY_MESSAGE: [RegExp, RefusalCode][] = [
  [/^Invalid JSON$/, 'bad-json'],
  [/limit has been reached|file size limit/i, 'file-too-large'],
  [/not eligible for file upload|boundary|unexpected end of form|malformed part/i, 'bad-value'],
  [/uploadConfig\.handlers is not present/, 'file-required'],
]

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const originalOf = (error: unknown): Fault => {
  const wrapped = isObject(error) && 'originalError' in error ? error.originalError : undefined
  if (isObject(wrapped)) return wrapped
  return isObject(error) ? error : {}
}

const codeOf = ({ name, status, message }: Fault): RefusalCode => {
  const byMessage = CODES_BY_MESSAGE.find(([words]) => words.test(String(message)))
  if (byMessage) return byMessage[1]
  const byName = typeof name === 'string' ? CODES_BY_NAME[name] : undefined
  if (byName) return byName
  const known = typeof status === 'number' ? CODES[status] : undefined
  return known ?? (isClientError(status) ? 'bad-value' : 'server-error')
}

const isClientError = (status: unknown): status is number =>
  typeof status === 'number' && status >= 400 && status < 500

const pathsOf = (data: unknown): string[] => {
  const list = isObject(data) && 'errors' in data ? data.errors : data
  if (!Array.isArray(list)) return []
  return list.flatMap((item) =>
    isObject(item) && 'path' in item && typeof item.path === 'string' ? [item.path] : [],
  )
}

const isValidation = (fault: Fault): fault is ValidationError => fault instanceof ValidationError

type Worded = { code: RefusalCode; message: string; field?: string }
type Answer = {
  status: number
  errors: (Worded & { name?: string; data?: Record<string, unknown> })[]
}

/**
 * An error as the API answers it: with a code, and words in the reader's language. What Payload found wrong with single
 * fields keeps Payload's own words and data, which the admin shows beside the fields.
 */
export const answerTo = ({ error, language }: { error: unknown; language?: string }): Answer => {
  if (error instanceof Refusal || originalOf(error) instanceof Refusal) {
    const refusal = error instanceof Refusal ? error : originalOf(error)
    if (refusal instanceof Refusal) {
      return { status: refusal.status, errors: wordReasons({ reasons: refusal.reasons, language }) }
    }
  }
  const fault = originalOf(error)
  const [field, ...others] = pathsOf(fault.data)
  const only = field && others.length === 0 ? { field } : {}
  if (isValidation(fault)) {
    const { name, data, message, status } = fault
    return { status, errors: [{ code: 'bad-value', message, ...only, name, data: { ...data } }] }
  }
  const code = codeOf(fault)
  const reasons: Reason[] = [{ code, ...only }]
  const status = isClientError(fault.status) ? fault.status : REFUSALS[code].status
  return { status, errors: wordReasons({ reasons, language }) }
}

/** Gives every error of the API, REST or GraphQL, a code and the reader's language. */
export const answerErrors: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const { status, errors } = answerTo({ error, language: req.i18n?.language })
  if (!graphqlResult) return { response: { errors }, status }
  const [first] = errors
  return {
    graphqlResult: {
      ...graphqlResult,
      message: errors.map(({ message }) => message).join(' '),
      extensions: { ...graphqlResult.extensions, statusCode: status, code: first?.code, errors },
    },
  }
}
