const PATHS = {
  alert: "M12 8v5M12 16.5v.1M10.3 3.9 2.4 17.6A2 2 0 0 0 4.1 20.6h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0Z",
  back: "M15 5l-7 7 7 7",
  ban: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM5.7 5.7l12.6 12.6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  checks: "M2.5 12.5 7 17l9.5-9.5M12 16l1 1 8.5-8.5",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3 2",
  close: "M6 6l12 12M18 6 6 18",
  flag: "M5 21V4M5 4.5c4-2.5 8 2.5 13.5 0v9C13 16 9 11 5 13.5",
  heart: "M12 20.3 4.3 12.6a4.9 4.9 0 0 1 6.9-6.9l.8.8.8-.8a4.9 4.9 0 0 1 6.9 6.9Z",
  meet: "M8.5 6.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM15.5 6.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z",
  message: "M4 5h16v11H9.5L4 20Z",
  mic: "M12 3.5A2.5 2.5 0 0 0 9.5 6v5.5a2.5 2.5 0 0 0 5 0V6A2.5 2.5 0 0 0 12 3.5ZM6 11.5a6 6 0 0 0 12 0M12 17.5v3",
  "mic-off":
    "M9.5 9v2.5a2.5 2.5 0 0 0 4.2 1.8M14.5 10V6a2.5 2.5 0 0 0-4.8-1M6 11.5a6 6 0 0 0 9.5 4.9M18 11.5c0 .8-.2 1.6-.5 2.3M12 17.5v3M3.5 3.5l17 17",
  off: "M3.6 15.3l1.9 1.1c.6.3 1.3.2 1.7-.3l1-1.4c.3-.4.4-.9.3-1.4l-.3-1.1c2.4-.8 5.2-.8 7.6 0l-.3 1.1c-.1.5 0 1 .3 1.4l1 1.4c.4.5 1.1.6 1.7.3l1.9-1.1c.6-.4.9-1.1.6-1.8C19.4 9.4 16 7.5 12 7.5s-7.4 1.9-9 6c-.3.7 0 1.4.6 1.8Z",
  people:
    "M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 5a3.3 3.3 0 0 1 0 6.3M18 14.3c2 .8 3.2 2.6 3.5 5.2",
  photo: "M4 5.5h16v13H4ZM4 15l4.5-4 4 3.5 3-2.5 4.5 4M15.5 8.8v.1",
  plus: "M12 5v14M5 12h14",
  profile: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.6-4 3.4-6 7.5-6s6.9 2 7.5 6",
  send: "M4.5 12 20 4.5 15 20l-3.5-6.5Z",
  settings:
    "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM12 2.8v2.7M12 18.5v2.7M2.8 12h2.7M18.5 12h2.7M5.5 5.5l1.9 1.9M16.6 16.6l1.9 1.9M18.5 5.5l-1.9 1.9M7.4 16.6l-1.9 1.9",
  shield: "M12 3 5 5.8v5.4c0 4.5 2.9 8 7 9.8 4.1-1.8 7-5.3 7-9.8V5.8Z",
  star: "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8Z",
  trash: "M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5",
  video: "M3.5 6.5h11v11h-11ZM14.5 10.5l6-3.5v10l-6-3.5",
  "video-off": "M10 6.5h4.5V11M14.5 14v3.5h-11v-11H6M17 9l3.5-2v10l-2-1.2M3.5 3.5l17 17",
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word; it says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Two voices that overlap. */
export function Mark() {
  return (
    <svg viewBox="0 0 34 26" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="3.4">
      <circle cx="12.5" cy="13" r="9" />
      <circle cx="21.5" cy="13" r="9" opacity="0.6" />
    </svg>
  );
}
