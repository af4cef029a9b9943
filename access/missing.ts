import { answerTo } from './afterError'

/**
 * What a row is whose reading was refused: missing, the same as one that does not exist.
 * @throws the error itself when it is a fault of the server, such as a database that does not answer
 */
export const missing = (error: unknown): null => {
  if (answerTo({ error }).status >= 500) throw error
  return null
}
