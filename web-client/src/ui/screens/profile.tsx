import { useRef, useState } from "preact/hooks";
import { hasCode, ProblemError } from "../../api/problem";
import type { Asset, Page, Profile as ProfileData } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Button, ErrorNotice, Field, Heading, Skeleton } from "../parts/controls";
import { Icon } from "../parts/icon";
import { useLoaded } from "../parts/loaded";
import { say } from "../parts/toast";
import { languageName } from "./proposal";

const MOST_PHOTOS = 6;
const MOST_INTERESTS = 10;
const MOST_LANGUAGES = 5;
const LONGEST_BIO = 500;
const LANGUAGES =
  "ar bn cs da de el en es fa fi fr he hi hu id it ja ko ms nl no pl pt ro ru sv sw ta th tr uk ur vi zh".split(" ");

export function Profile() {
  const { session } = useApp();
  const { value: profile, error, loading, reload, change } = useLoaded(() => session.call<ProfileData>("/profile"));
  return (
    <main id="main" class="page">
      <header>
        <Heading>{text.profile.title}</Heading>
        <p class="muted">{text.profile.lead}</p>
      </header>
      <Photos />
      {profile ? (
        <ProfileForm
          key={profile.version}
          profile={profile}
          onSaved={(saved) => change(() => saved)}
          onStale={reload}
        />
      ) : (
        <>
          <ErrorNotice error={error} onRetry={reload} />
          {loading && <Skeleton height={320} />}
        </>
      )}
    </main>
  );
}

interface FormProps {
  profile: ProfileData;
  onSaved: (profile: ProfileData) => void;
  onStale: () => void;
}

function ProfileForm({ profile, onSaved, onStale }: FormProps) {
  const { session } = useApp();
  const [form, setForm] = useState(profile);
  const [error, setError] = useState<unknown>();
  const change = (part: Partial<ProfileData>) => setForm((before) => ({ ...before, ...part }));
  const wrong = (name: string) => (error instanceof ProblemError ? error.ofField(name) : undefined);
  const save = async () => {
    setError(undefined);
    const saved = await session.call<ProfileData>("/profile", { method: "PUT", body: form });
    say(text.common.saved);
    onSaved(saved);
  };
  const failed = (problem: unknown) => {
    setError(problem);
    if (hasCode(problem, "stale-version")) {
      say(text.profile.stale);
      onStale();
    }
  };
  const isWoman = session.account.value?.role === "female";
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <Field
        label={text.profile.name}
        required
        maxLength={50}
        value={form.displayName}
        onValue={(displayName) => change({ displayName })}
        wrong={wrong("displayName")}
      />
      <div class="field">
        <label for="bio">{text.profile.bio}</label>
        <textarea
          id="bio"
          class="input"
          maxLength={LONGEST_BIO}
          aria-describedby="bio-hint"
          value={form.bio}
          onInput={(event) => change({ bio: event.currentTarget.value })}
        />
        <p class="hint" id="bio-hint">
          {text.profile.bioHint(LONGEST_BIO - form.bio.length)}
        </p>
      </div>
      <Interests interests={form.interests} onChange={(interests) => change({ interests })} />
      <Languages languages={form.languages} onChange={(languages) => change({ languages })} />
      {isWoman && (
        <label class="check">
          <input
            type="checkbox"
            checked={form.autoConnect}
            onChange={(event) => change({ autoConnect: event.currentTarget.checked })}
          />
          {text.profile.autoConnect}
          <span class="hint">{text.profile.autoConnectHint}</span>
        </label>
      )}
      <ErrorNotice error={error} />
      <Button type="submit" kind="primary" onPress={save} onError={failed}>
        {text.common.save}
      </Button>
    </form>
  );
}

function Interests({ interests, onChange }: { interests: string[]; onChange: (interests: string[]) => void }) {
  const [next, setNext] = useState("");
  const add = () => {
    const interest = next.trim();
    if (interest && !interests.includes(interest) && interests.length < MOST_INTERESTS)
      onChange([...interests, interest]);
    setNext("");
  };
  return (
    <div class="field">
      <label for="interest">{text.profile.interests}</label>
      <Chips items={interests} onRemove={(gone) => onChange(interests.filter((one) => one !== gone))} />
      <input
        id="interest"
        class="input"
        maxLength={40}
        disabled={interests.length >= MOST_INTERESTS}
        aria-describedby="interest-hint"
        value={next}
        onInput={(event) => setNext(event.currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === ",") {
            event.preventDefault();
            add();
          }
        }}
      />
      <p class="hint" id="interest-hint">
        {text.profile.interestsHint}
      </p>
    </div>
  );
}

function Languages({ languages, onChange }: { languages: string[]; onChange: (languages: string[]) => void }) {
  return (
    <div class="field">
      <label for="language">{text.profile.languages}</label>
      <Chips
        items={languages}
        name={languageName}
        onRemove={(gone) => onChange(languages.filter((one) => one !== gone))}
      />
      <select
        id="language"
        class="input"
        disabled={languages.length >= MOST_LANGUAGES}
        value=""
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen) onChange([...languages, chosen]);
          event.currentTarget.value = "";
        }}
      >
        <option value="">{text.profile.languagesHint}</option>
        {LANGUAGES.filter((tag) => !languages.includes(tag)).map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChipsProps {
  items: string[];
  name?: (item: string) => string;
  onRemove: (item: string) => void;
}

function Chips({ items, name = (item) => item, onRemove }: ChipsProps) {
  if (items.length === 0) return null;
  return (
    <ul class="chips">
      {items.map((item) => (
        <li class="chip" key={item}>
          {name(item)}
          <button type="button" aria-label={text.profile.removeInterest(name(item))} onClick={() => onRemove(item)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Photos() {
  const { session } = useApp();
  const { value, error, change, fail } = useLoaded(() => session.call<Page<Asset>>("/profile/assets"));
  const [uploading, setUploading] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const assets = value?.items ?? [];
  const upload = async (file: File) => {
    setUploading(true);
    fail(undefined);
    const form = new FormData();
    form.append("file", file);
    try {
      const asset = await session.call<Asset>("/profile/upload", { method: "POST", body: form });
      change((page) => ({ ...page, items: [...page.items, asset] }));
    } catch (failed) {
      fail(failed);
    } finally {
      setUploading(false);
      if (input.current) input.current.value = "";
    }
  };
  const remove = async (asset: Asset) => {
    await session.call(`/profile/assets/${asset.assetId}`, { method: "DELETE" });
    change((page) => ({ ...page, items: page.items.filter((one) => one.assetId !== asset.assetId) }));
  };
  return (
    <section class="section" aria-labelledby="photos">
      <h2 id="photos">{text.profile.photos}</h2>
      <ul class="photos">
        {assets.map((asset, index) => (
          <li class="photo" key={asset.assetId}>
            {asset.kind === "video" ? (
              <video src={asset.url} muted aria-label={text.profile.photoAlt(index + 1)} />
            ) : (
              <img src={asset.thumbnailUrl ?? asset.url} alt={text.profile.photoAlt(index + 1)} />
            )}
            <button
              type="button"
              class="icon-button"
              aria-label={text.profile.removePhoto(index + 1)}
              onClick={() => remove(asset).catch(fail)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        {value !== null && assets.length < MOST_PHOTOS && (
          <li>
            <label class="photo add">
              {uploading ? <span class="spinner" aria-hidden="true" /> : <Icon name="photo" />}
              {uploading ? text.profile.uploading : text.profile.addPhoto}
              <input
                ref={input}
                class="hidden-text"
                type="file"
                accept="image/jpeg,image/png,image/webp,video/mp4,video/webm"
                disabled={uploading}
                onChange={(event) => {
                  const file = event.currentTarget.files?.[0];
                  if (file) upload(file);
                }}
              />
            </label>
          </li>
        )}
      </ul>
      <p class="hint">{text.profile.photoHint}</p>
      <ErrorNotice error={error} />
    </section>
  );
}
