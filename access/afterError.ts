import type { AfterErrorHook } from 'payload'
import { Refusal, wordReasons } from './refusal'

const CODES: Record<number, string> = {
  400: 'bad-value',
  401: 'no-login',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'body-too-large',
}

const statusOf = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  'status' in error &&
  typeof error.status === 'number'
    ? error.status
    : 500

/** Gives every error of the API a code, and our refusals their words in the language of the request. */
export const answerErrors: AfterErrorHook = ({ error, req, result }) => {
  if (error instanceof Refusal) {
    return {
      response: { errors: wordReasons({ reasons: error.reasons, language: req.i18n?.language }) },
      status: error.status,
    }
  }
  if (error instanceof SyntaxError) {
    const errors = wordReasons({ reasons: [{ code: 'bad-json' }], language: req.i18n?.language })
    return { response: { errors }, status: 400 }
  }
  const status = statusOf(error)
  const code = CODES[status] ?? 'error'
  const errors = result?.errors?.map((item) => ({ code, ...item }))
  return errors ? { response: { ...result, errors }, status } : undefined
}
