import { useState } from "preact/hooks";
import type { Registration } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Field } from "../parts/controls";
import { Form, FormPage, useSending } from "../parts/form";
import { go } from "../router";

export function Register() {
  const { session } = useApp();
  const [form, setForm] = useState<Partial<Registration>>({});
  const sending = useSending(async () => {
    await session.register(form as Registration);
    go("/profile");
  });
  const { wrong } = sending;
  const set = (name: keyof Registration) => (value: string) => setForm((before) => ({ ...before, [name]: value }));
  return (
    <FormPage title={text.register.title}>
      <Form sending={sending} submit={text.register.submit} busy={text.register.busy}>
        <fieldset>
          <legend class="legend">{text.register.role}</legend>
          <div class="choices">
            {(["female", "male"] as const).map((role) => (
              <label class="choice" key={role}>
                <input
                  type="radio"
                  name="role"
                  required
                  checked={form.role === role}
                  onChange={() => set("role")(role)}
                />
                <span>{text.register[role]}</span>
              </label>
            ))}
          </div>
          <p class="hint">{text.register.roleHint}</p>
        </fieldset>
        <Field
          label={text.register.name}
          hint={text.register.nameHint}
          autocomplete="given-name"
          required
          maxLength={50}
          value={form.displayName ?? ""}
          onValue={set("displayName")}
          wrong={wrong("displayName")}
        />
        <Field
          label={text.register.birthDate}
          hint={text.register.birthHint}
          type="date"
          autocomplete="bday"
          required
          max={new Date().toISOString().slice(0, 10)}
          value={form.birthDate ?? ""}
          onValue={set("birthDate")}
          wrong={wrong("birthDate")}
        />
        <Field
          label={text.register.email}
          type="email"
          autocomplete="username"
          required
          maxLength={254}
          value={form.email ?? ""}
          onValue={set("email")}
          wrong={wrong("email")}
        />
        <Field
          label={text.register.password}
          hint={text.register.passwordHint}
          type="password"
          autocomplete="new-password"
          required
          minLength={10}
          value={form.password ?? ""}
          onValue={set("password")}
          wrong={wrong("password")}
        />
      </Form>
      <p>
        {text.register.other} <a href="#/login">{text.register.otherLink}</a>
      </p>
    </FormPage>
  );
}
