import { describe, expect, it } from 'vitest'
import { reasonsIn } from './callApi'

describe('the reasons in an answer', () => {
  it('are all of them, with their fields', () => {
    const body = {
      errors: [
        { code: 'body-missing', message: '正文不能为空。', field: 'body' },
        { code: 'no-filing', message: '您在该部门没有有效的备案。' },
      ],
    }
    expect(reasonsIn({ body, language: 'zh' })).toEqual(body.errors)
  })

  it.each([null, 'oops', {}, { errors: [] }, { errors: [{ code: 'x' }, null, 3] }])(
    'are one plain sentence when the answer %j has none',
    (body) => {
      expect(reasonsIn({ body, language: 'zh' })).toEqual([
        { code: 'error', message: '服务器未能完成此操作，请稍后再试。' },
      ])
    },
  )
})
