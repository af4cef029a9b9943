import type { Payload } from 'payload'
import { type Person, personOf } from '../access/person'
import type { Outcome, Step } from '../access/steps'
import type { ApplicationForm, Post } from '../payload-types'
import { actOnForm } from '../workflow/act'
import { secrecyReasons } from '../workflow/decide'
import { submitManuscript } from '../workflow/submit'
import { signerOf } from './signers'
import { steadyBetween } from './steady'

const MINUTE_MS = 60_000

/** The people of the demonstration, read once. */
export const cast = (payload: Payload, users: Map<string, string>) => {
  const people = new Map<string, Promise<Person>>()
  const read = async (email: string) => {
    const id = users.get(email)
    const user = id
      ? await payload.findByID({ collection: 'users', id, depth: 1, overrideAccess: true })
      : null
    const person = personOf(user)
    if (!person) throw new Error(`seed: no account ${email}`)
    return person
  }
  return (email: string) => {
    const known = people.get(email) ?? read(email)
    people.set(email, known)
    return known
  }
}

/** One form on its way, with the clock of the demonstration: each decision some minutes after the one before. */
export const approval = ({
  payload,
  personOf: person,
  key,
  department,
  startsAt,
  latest,
}: {
  payload: Payload
  personOf: (email: string) => Promise<Person>
  key: string
  department: string
  startsAt: Date
  /** No decision is dated after this moment. */
  latest: Date
}) => {
  let time = startsAt.getTime()
  let turns = 0
  const clock = () => {
    turns += 1
    time += steadyBetween(`${key} turn ${turns}`, 8, 45) * MINUTE_MS
    return new Date(Math.min(time, latest.getTime()))
  }

  const act = async ({
    form,
    by,
    ...input
  }: {
    form: ApplicationForm
    by?: string
    action: 'sign' | 'return' | 'refer' | 'hold' | 'cancel'
    opinion?: string
    secrecy?: Outcome
  }) => {
    if (!form.step || !form.rev) throw new Error(`seed: form ${form.number} has no step`)
    return actOnForm({
      payload,
      person: await person(by ?? signerOf({ step: form.step, department, key }).email),
      formId: form.id,
      rev: form.rev,
      input,
      now: clock(),
    })
  }

  const sign = (form: ApplicationForm, secrecy?: Outcome) => {
    const step = form.step ?? 'department-review'
    const { opinion } = signerOf({ step, department, key })
    const outcome = secrecyReasons(step, undefined).length > 0 ? (secrecy ?? 'clear') : undefined
    return act({ form, action: 'sign', opinion, secrecy: outcome })
  }

  return {
    clock,
    act,
    sign,
    submit: async ({
      manuscriptId,
      author,
      input = {},
    }: {
      manuscriptId: string
      author: string
      input?: {
        personalInformation?: 'none' | 'masked' | 'necessary'
        secrecyStatement?: 'clear' | 'doubt'
        publishAt?: string
        route?: 'bureau'
      }
    }) =>
      submitManuscript({
        payload,
        person: await person(author),
        manuscriptId,
        input: { secrecyStatement: 'clear', personalInformation: 'none', ...input },
        now: clock(),
      }),
    /** Signs step after step until the form waits at `step`. */
    signUpTo: async (form: ApplicationForm, step: Step): Promise<ApplicationForm> => {
      let current = form
      while (current.step !== step) current = (await sign(current)).form
      return current
    },
    /** Signs all steps. @returns the post, or null when the form waits for its time */
    signAll: async (form: ApplicationForm): Promise<Post | null> => {
      let result: { form: ApplicationForm; post: Post | null } = { form, post: null }
      while (result.form.state === 'pending') result = await sign(result.form)
      return result.post
    },
  }
}
