'use client'

import { useId, useRef, type ComponentProps, type ReactNode } from 'react'
import { useFormContext } from './form'

const CONTROL =
  'w-full min-w-0 rounded-md border border-control/70 bg-surface px-2.5 text-sm text-ink shadow-raised placeholder:text-ink-quiet hover:border-control focus:border-focus focus:outline-1 focus:-outline-offset-1 focus:outline-focus disabled:bg-sunken disabled:text-ink-quiet aria-invalid:border-danger'

type About = {
  name: string
  label: string
  /** What helps to fill it in, always seen. */
  hint?: ReactNode
  /** The label is read out but not shown, where the place says it. */
  hideLabel?: boolean
  /** Says "optional" beside the label. Fields that must be filled are marked `required` instead. */
  optional?: boolean
}

type Wired = { id: string; name: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

/**
 * Label, control, hint and error of one field, wired for screen readers. The fields below are made of it; a control of
 * one's own takes what it hands over: `<Field name="file" label="File">{(wired) => <input type="file" {...wired} />}</Field>`
 */
export function Field({
  name,
  label,
  hint,
  hideLabel,
  optional,
  children,
}: About & { children: (wired: Wired) => ReactNode }) {
  const id = useId()
  const error = useFormContext().state.errors?.[name]
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
        {optional ? <span className="font-normal text-ink-quiet"> · optional</span> : null}
      </label>
      {children({ id, name, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined })}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-ink-quiet">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-xs font-medium text-danger-ink">
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** What was typed, else what it was before. */
function useTyped(name: string, before?: string) {
  const { values } = useFormContext().state
  return values?.[name] ?? before ?? ''
}

type Plain<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<Tag>,
  'name' | 'defaultValue' | 'value' | 'children' | 'className'
> & { defaultValue?: string }

/** One line: text, email, number, date, datetime-local, password, search. `<TextField name="email" label="Email" type="email" />` */
export function TextField({ name, label, hint, hideLabel, optional, defaultValue, ...rest }: About & Plain<'input'>) {
  const typed = useTyped(name, defaultValue)
  return (
    <Field {...{ name, label, hint, hideLabel, optional }}>
      {(wired) => (
        <input type="text" {...rest} {...wired} defaultValue={typed} className={`${CONTROL} h-8.5 max-md:h-11`} />
      )}
    </Field>
  )
}

/** A file. `<FileField name="file" label="CSV file" accept=".csv,text/csv" required />` */
export function FileField({
  name,
  label,
  hint,
  hideLabel,
  optional,
  ...rest
}: About & Omit<ComponentProps<'input'>, 'name' | 'type' | 'className' | 'defaultValue' | 'value'>) {
  return (
    <Field {...{ name, label, hint, hideLabel, optional }}>
      {(wired) => (
        <input
          type="file"
          {...rest}
          {...wired}
          className="w-full rounded-md border border-dashed border-control/70 bg-surface p-3 text-sm text-ink-soft file:mr-3 file:h-8.5 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink hover:border-control aria-invalid:border-danger"
        />
      )}
    </Field>
  )
}

/** Several lines. `<TextAreaField name="note" label="Note" rows={3} />` */
export function TextAreaField({
  name,
  label,
  hint,
  hideLabel,
  optional,
  defaultValue,
  ...rest
}: About & Plain<'textarea'>) {
  const typed = useTyped(name, defaultValue)
  return (
    <Field {...{ name, label, hint, hideLabel, optional }}>
      {(wired) => (
        <textarea rows={3} {...rest} {...wired} defaultValue={typed} className={`${CONTROL} py-1.5 leading-5`} />
      )}
    </Field>
  )
}

export type Option = { value: string; label: string }
export type OptionGroup = { label: string; options: Option[] }

/** The options of a select, in groups where they have some. */
export function Options({ options }: { options: (Option | OptionGroup)[] }) {
  return options.map((option) =>
    'options' in option ? (
      <optgroup key={option.label} label={option.label}>
        <Options options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ),
  )
}

/**
 * One of a few. `placeholder` is the empty choice. React does not carry a changed default over to a select that is
 * there, so the key makes it anew when what was typed comes back; it keeps the focus then.
 */
export function SelectField({
  name,
  label,
  hint,
  hideLabel,
  optional,
  defaultValue,
  options,
  placeholder,
  ...rest
}: About & Plain<'select'> & { options: (Option | OptionGroup)[]; placeholder?: string }) {
  const typed = useTyped(name, defaultValue)
  const hadFocus = useRef(false)
  const keepFocus = (select: HTMLSelectElement) => {
    if (hadFocus.current) select.focus()
    return () => {
      hadFocus.current = document.activeElement === select
    }
  }
  return (
    <Field {...{ name, label, hint, hideLabel, optional }}>
      {(wired) => (
        <select
          key={typed}
          ref={keepFocus}
          {...rest}
          {...wired}
          defaultValue={typed}
          className={`${CONTROL} select-arrow h-8.5 max-md:h-11`}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          <Options options={options} />
        </select>
      )}
    </Field>
  )
}

/** Yes or no; sends "on" when ticked and nothing when not. `<CheckboxField name="engaged" label="The lead responded" />` */
export function CheckboxField({
  name,
  label,
  hint,
  defaultChecked = false,
  value = 'on',
  ...rest
}: Omit<About, 'hideLabel' | 'optional'> & Omit<ComponentProps<'input'>, 'name' | 'type' | 'className'>) {
  const id = useId()
  const { state } = useFormContext()
  const error = state.errors?.[name]
  const isTicked = state.values ? state.values[name] !== undefined && state.values[name] !== '' : defaultChecked
  return (
    <div className="flex items-start gap-2.5">
      <input
        type="checkbox"
        {...rest}
        id={id}
        name={name}
        value={value}
        defaultChecked={isTicked}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-about` : undefined}
        className="mt-0.5 size-4 shrink-0 accent-ink max-md:size-5"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-medium max-md:inline-block max-md:min-h-6">
          {label}
        </label>
        {hint || error ? (
          <p id={`${id}-about`} className={error ? 'text-xs font-medium text-danger-ink' : 'text-xs text-ink-quiet'}>
            {error ?? hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}
