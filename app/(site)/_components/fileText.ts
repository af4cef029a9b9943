const TYPES: [pattern: RegExp, name: string][] = [
  [/pdf/, 'PDF 文档'],
  [/wordprocessing|msword/, 'Word 文档'],
  [/spreadsheet|excel/, 'Excel 表格'],
  [/presentation|powerpoint/, 'PPT 演示文稿'],
  [/ofd/, 'OFD 文档'],
  [/zip|rar|7z/, '压缩文件'],
  [/^image\//, '图片'],
  [/^audio\//, '音频'],
  [/^video\//, '视频'],
  [/^text\//, '文本'],
]

/** What kind of file it is, in words a visitor knows. */
export const fileTypeText = (mimeType: string) =>
  TYPES.find(([pattern]) => pattern.test(mimeType))?.[1] ?? '文件'

/** A size in KB or MB. */
export const fileSizeText = (bytes: number) => {
  if (bytes < 1024) return `${bytes} 字节`
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
