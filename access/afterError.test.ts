import {
  APIError,
  AuthenticationError,
  Forbidden,
  LockedAuth,
  NotFound,
  QueryError,
  ValidationError,
} from 'payload'
import { describe, expect, it } from 'vitest'
import { answerTo } from './afterError'
import { Refusal } from './refusal'

const named = (name: string, message = 'internal') => Object.assign(new Error(message), { name })

const ERRORS: [what: string, error: unknown, status: number, code: string][] = [
  ['a refusal', new Refusal('manuscript-frozen'), 409, 'manuscript-frozen'],
  ['a refusal inside GraphQL’s error', { originalError: new Refusal('no-login') }, 401, 'no-login'],
  ['a right that lacks', new Forbidden(), 403, 'forbidden'],
  ['a row that is missing', new NotFound(), 404, 'not-found'],
  ['a wrong password', new AuthenticationError(), 401, 'login-failed'],
  ['a locked account', new LockedAuth(), 401, 'account-locked'],
  ['a bad question', new QueryError([{ path: 'hash' }]), 400, 'bad-query'],
  ['a value that no database takes', named('CastError'), 400, 'bad-query'],
  ['a text that is no JSON', new SyntaxError('Unexpected token'), 400, 'bad-json'],
  ['Payload’s word for that', new APIError('Invalid JSON', 400), 400, 'bad-json'],
  ['an address that cannot be decoded', new URIError('malformed'), 400, 'bad-query'],
  [
    'a file that is too large',
    new APIError('File size limit has been reached'),
    413,
    'file-too-large',
  ],
  [
    'a form without boundary',
    new APIError('Request is not eligible for file upload'),
    400,
    'bad-value',
  ],
  ['a file that cannot be read', named('FileUploadError'), 400, 'file-content'],
  ['a locked row', new APIError('locked', 423), 423, 'bad-value'],
  ['a missing condition', new APIError("Missing 'where'", 400), 400, 'bad-value'],
  ['a fault', new Error('SQLITE_IOERR: disk'), 500, 'server-error'],
  ['a fault with a status', new APIError('inner', 500), 500, 'server-error'],
  ['a text', 'broken', 500, 'server-error'],
  ['nothing', undefined, 500, 'server-error'],
]

describe('an error', () => {
  it.each(ERRORS)('that is %s gets its status and code', (_, error, status, code) => {
    const answer = answerTo({ error, language: 'en' })
    expect([answer.status, answer.errors.map((one) => one.code)]).toEqual([status, [code]])
  })

  it.each(ERRORS)('that is %s is worded in Chinese and in English', (_, error) => {
    const [zh] = answerTo({ error, language: 'zh' }).errors
    const [en] = answerTo({ error, language: 'en' }).errors
    expect(zh?.message).toMatch(/\p{Script=Han}/u)
    expect(en?.message).toMatch(/^[A-Za-z][^\p{Script=Han}]*$/u)
  })

  it('never tells what is inside the server', () => {
    for (const [, error] of ERRORS) {
      expect(JSON.stringify(answerTo({ error }))).not.toMatch(/SQLITE|inner|internal|stack/)
    }
  })

  it('of a single field names it', () => {
    const { errors } = answerTo({ error: new QueryError([{ path: 'createdBy.hash' }]) })
    expect(errors[0]?.field).toBe('createdBy.hash')
  })

  it('of Payload’s own checks keeps their words and data for the admin', () => {
    const error = new ValidationError({
      collection: 'topics',
      errors: [{ path: 'title', message: '该字段为必填项。' }],
    })
    const { status, errors } = answerTo({ error })
    expect(status).toBe(400)
    expect(errors[0]).toMatchObject({
      code: 'bad-value',
      field: 'title',
      name: 'ValidationError',
      data: { errors: [{ path: 'title', message: '该字段为必填项。' }] },
    })
  })

  it('with several reasons gives them all', () => {
    const error = new Refusal(
      { code: 'unknown-field', field: 'foo' },
      { code: 'bad-value', field: 'title' },
    )
    expect(answerTo({ error }).errors).toEqual([
      { code: 'unknown-field', message: '没有这个字段。', field: 'foo' },
      { code: 'bad-value', message: '内容填写有误。', field: 'title' },
    ])
  })
})
