'use client'
import { useId } from 'react'

type Choice = { value: string; label: string; hint?: string }

/** One answer of several, each with a line on what follows from it. */
export const Choices = ({
  legend,
  choices,
  value,
  onChange,
}: {
  legend: string
  choices: Choice[]
  value: string
  onChange: (value: string) => void
}) => {
  const name = useId()
  return (
    <fieldset className="ba-field">
      <legend className="ba-field__label">{legend}</legend>
      {choices.map((choice) => (
        <label className="ba-choice" key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint ? <small className="ba-choice__hint">{choice.hint}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type LineProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  isRequired?: boolean
}

/** Several lines of text, such as an opinion. */
export const TextBox = ({ label, value, onChange, hint, isRequired = false }: LineProps) => {
  const id = useId()
  return (
    <div className="ba-field">
      <label className="ba-field__label" htmlFor={id}>
        {label}
        {isRequired ? <span aria-hidden="true"> *</span> : null}
      </label>
      <textarea
        className="ba-input"
        id={id}
        rows={3}
        maxLength={2000}
        required={isRequired}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <small className="ba-field__hint" id={`${id}-hint`}>
          {hint}
        </small>
      ) : null}
    </div>
  )
}

/** One line: text, a day, or a day with its time. */
export const Line = ({
  label,
  value,
  onChange,
  hint,
  isRequired = false,
  type = 'text',
}: LineProps & { type?: 'text' | 'date' | 'datetime-local' }) => {
  const id = useId()
  return (
    <div className="ba-field">
      <label className="ba-field__label" htmlFor={id}>
        {label}
        {isRequired ? <span aria-hidden="true"> *</span> : null}
      </label>
      <input
        className="ba-input"
        id={id}
        type={type}
        maxLength={type === 'text' ? 2000 : undefined}
        required={isRequired}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <small className="ba-field__hint" id={`${id}-hint`}>
          {hint}
        </small>
      ) : null}
    </div>
  )
}

/** A sentence to agree to. */
export const Tick = ({
  label,
  isTicked,
  onChange,
  isRequired = false,
}: {
  label: string
  isTicked: boolean
  onChange: (isTicked: boolean) => void
  isRequired?: boolean
}) => (
  <label className="ba-choice">
    <input
      type="checkbox"
      checked={isTicked}
      required={isRequired}
      onChange={(event) => onChange(event.target.checked)}
    />
    <span>{label}</span>
  </label>
)
