/** Plain text from a multi-line field: each line a paragraph. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\r?\n/)
      .filter((line) => line.trim())
      .map((line) => (
        <p key={line}>{line}</p>
      ))}
  </>
)
