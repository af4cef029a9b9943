import { expect, test } from 'vitest'
import { fileSizeText, fileTypeText } from './fileText'

test('sizes are said in the unit that fits', () => {
  expect(fileSizeText(900)).toBe('900 字节')
  expect(fileSizeText(1025)).toBe('2 KB')
  expect(fileSizeText(2_621_440)).toBe('2.5 MB')
})

test('types are said in words', () => {
  expect(fileTypeText('application/pdf')).toBe('PDF 文档')
  expect(
    fileTypeText('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  ).toBe('Word 文档')
  expect(fileTypeText('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toBe(
    'Excel 表格',
  )
  expect(fileTypeText('application/x-unknown')).toBe('文件')
})
