import type { paths as ChatPaths } from "./generated/communication";
import type { paths as HistoryPaths } from "./generated/history";
import type { paths as InteractionPaths } from "./generated/interaction";
import type { paths as QueuingPaths } from "./generated/queuing";
import type { paths as UserPaths } from "./generated/user";

type Documented = keyof UserPaths | keyof QueuingPaths | keyof InteractionPaths | keyof HistoryPaths | keyof ChatPaths;

/** With something in place of each `{name}`. */
type Filled<P extends string> = P extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : P;

type Public = Exclude<Filled<Documented>, `/internal/${string}`>;

/** What the services' documents promise to answer, with or without a query: any other path breaks the build. */
export type Path = Public | `${Public}?${string}`;

/** What can be done with an interaction by its name. */
export type InteractionCommand =
  Extract<keyof InteractionPaths, `/api/interactions/${string}`> extends infer P
    ? P extends `/api/interactions/${infer Name}`
      ? Name
      : never
    : never;
