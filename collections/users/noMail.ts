import type { EmailAdapter } from 'payload'

/**
 * There is no mail server in a bureau's network: a letter goes nowhere, and nobody learns from the answer whether there
 * was one to send.
 */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'Bureau',
  sendEmail: async () => undefined,
})
