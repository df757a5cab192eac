'use client'

import { useState } from 'react'
import { Section, State } from '#app/components/section.tsx'
import { CodeInput } from '#app/_ui/fields/code-input.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { PasswordField } from '#app/_ui/fields/password-field.tsx'
import { Select } from '#app/_ui/fields/select.tsx'
import { TextArea } from '#app/_ui/fields/text-area.tsx'

/** Fields, the code input and the password field. */
export function Fields() {
  return (
    <Section title="Field">
      <State name="empty, with a hint">
        <Field label="E-mail address" name="empty" hint="You can use any address of your account." />
      </State>
      <State name="filled">
        <Field label="Name" name="filled" defaultValue="Ada Lovelace" />
      </State>
      <State name="with a fault">
        <Field
          label="E-mail address"
          name="faulty"
          defaultValue="ada@"
          fault="That doesn’t look like an e-mail address."
          hint="We write to it about your account’s safety."
        />
      </State>
      <State name="choice among many">
        <Select
          label="Group"
          name="group"
          options={[
            { value: 'finance', name: 'Finance' },
            { value: 'staff', name: 'Staff' },
          ]}
        />
      </State>
      <State name="several lines, with a fault">
        <TextArea
          label="Condition, as JSON"
          name="condition"
          rows={3}
          defaultValue={'{ "all": [ }'}
          fault="This isn’t JSON. Check the brackets, the quotes and the commas."
        />
      </State>
      <State name="password">
        <PasswordField label="Password" name="password" autoComplete="off" defaultValue="four words in a row" />
      </State>
      <State name="code, empty">
        <Code label="Code from the e-mail" />
      </State>
      <State name="code, half typed">
        <Code label="Code from the app" given="204" />
      </State>
      <State name="code of twelve digits">
        <Code label="Long code from the e-mail" digits={12} given="31415926" />
      </State>
      <State name="code, with a fault">
        <Code label="Code that was wrong" given="204816" fault="That code isn’t right. Check it and try again." />
      </State>
    </Section>
  )
}

function Code({ given = '', ...props }: { label: string; digits?: 12; given?: string; fault?: string }) {
  const [code, setCode] = useState(given)
  return <CodeInput {...props} fault={props.fault} value={code} onChange={setCode} autoFocus={false} />
}
