import { computed, signal } from "@preact/signals";

const hash = signal(location.hash);
addEventListener("hashchange", () => {
  hash.value = location.hash;
});

/** The parts of the address behind the #, such as ["people", "<roomId>"]. */
export const path = computed(() => hash.value.replace(/^#\/?/, "").split("/").filter(Boolean).map(decodeURIComponent));

export function go(to: string): void {
  location.hash = to;
}
