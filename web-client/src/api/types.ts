import type { components as ChatApi } from "./generated/communication";
import type { components as HistoryApi } from "./generated/history";
import type { components as InteractionApi } from "./generated/interaction";
import type { components as QueuingApi } from "./generated/queuing";
import type { components as UserApi } from "./generated/user";

/** Answers leave nothing out, unless it is said here: the documents call every field of an answer optional. */
type Whole<T> = T extends (infer U)[]
  ? Whole<U>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<NonNullable<T[K]>> }
    : T;

type OrNull<T, K extends keyof T> = Omit<T, K> & { [P in K]: T[P] | null };
type OrNothing<T, K extends keyof T> = Omit<T, K> & { [P in K]?: T[P] | null };

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export type Account = OrNull<Whole<UserApi["schemas"]["AccountResponse"]>, "birthDate">;
export type Registration = UserApi["schemas"]["RegisterRequest"];
export type LoginAnswer = Pick<Whole<UserApi["schemas"]["LoginResponse"]>, "accessToken" | "expiresInSeconds"> & {
  user: Account;
};
export type Profile = Whole<UserApi["schemas"]["ProfileResponse"]>;
export type ProfileChange = UserApi["schemas"]["ProfileRequest"];
export type Asset = OrNull<Whole<UserApi["schemas"]["AssetResponse"]>, "thumbnailUrl">;
export type Login = OrNull<Whole<UserApi["schemas"]["LoginView"]>, "userAgent" | "address">;
export type Card = OrNothing<Whole<UserApi["schemas"]["ProfileCard"]>, "age">;

export type AppealOfMine = UserApi["schemas"]["AppealRequest"];
export type SuspendedPerson = UserApi["schemas"]["SuspendedExportRequest"] &
  UserApi["schemas"]["EraseSuspendedRequest"];
export type NewPassword = UserApi["schemas"]["ResetPasswordRequest"];

export type NewBlock = UserApi["schemas"]["BlockRequest"];
export type PanicAbout = UserApi["schemas"]["PanicRequest"];
export type PasswordChange = UserApi["schemas"]["ChangePasswordRequest"];
export type Leaving = UserApi["schemas"]["EraseRequest"];
export type BlockedPerson = OrNothing<Whole<UserApi["schemas"]["Block"]>, "displayName">;
export type NewReport = UserApi["schemas"]["ReportRequest"];
export type ReportReason = NewReport["reason"];

/** A person as admins see them; without name and standing once erased. */
export type KnownPerson = OrNothing<Whole<UserApi["schemas"]["PersonView"]>, "displayName" | "standing">;
type Known<T, P extends keyof T> = Omit<T, P> & { [K in P]: KnownPerson };
export type Report = Known<
  OrNull<Omit<Whole<UserApi["schemas"]["ReportView"]>, "evidence" | "reported">, "reason" | "details" | "resolution">,
  "reporter"
> & { reported: KnownPerson | null; evidence: Evidence };
export type Appeal = Known<
  OrNull<Whole<UserApi["schemas"]["AppealView"]>, "answer" | "resolvedAt" | "resolvedBy">,
  "person"
>;
export type Resolution = UserApi["schemas"]["ResolveReportRequest"];
export type Suspending = UserApi["schemas"]["SuspendRequest"];
export type AppealAnswer = UserApi["schemas"]["ResolveAppealRequest"];

/** What interaction-service told of a meeting; what was erased meanwhile is left out. */
export type Encounter = {
  [K in keyof InteractionApi["schemas"]["InteractionRecord"]]: InteractionApi["schemas"]["InteractionRecord"][K] | null;
};
export type Excerpt = { [K in keyof ChatApi["schemas"]["Excerpt"]]: Message[] };
export type Evidence = {
  [K in keyof Whole<UserApi["schemas"]["EvidenceView"]>]: { interaction: Encounter; chat: Excerpt }[K] | null;
};

export type Intent = Whole<QueuingApi["schemas"]["IntentSummary"]>;
export type Place = Whole<QueuingApi["schemas"]["JoinedQueue"]> & {
  waitedSeconds?: number;
  /** When the wait began, by this machine's clock. */
  since?: number;
};

export type PersonCard = OrNothing<Whole<InteractionApi["schemas"]["PersonCard"]>, "age">;
export type IceServer = InteractionApi["schemas"]["IceServer"] & { urls: string[] };
type Status = Whole<InteractionApi["schemas"]["InteractionStatus"]>;
export type VideoState = Status["video"];

/** What `found-match` tells. */
export type FoundMatch = Pick<Status, "interactionId" | "intent" | "respondBy" | "callSeconds"> & {
  peer: PersonCard;
  role: "offerer" | "answerer";
  iceServers: IceServer[];
  iceTransportPolicy: RTCIceTransportPolicy;
};

/** How an interaction stands, as `state` and every command tell. */
export type InteractionStatus = FoundMatch &
  Pick<Status, "state" | "negotiationId" | "video" | "serverNow"> & {
    startedAt: string | null;
    endsAt: string | null;
    endReason?: string;
  };

export type Peer = { userId?: string; displayName?: string; erased?: boolean };
export type PastInteraction = Omit<OrNull<Whole<HistoryApi["schemas"]["LoggedInteraction"]>, "startedAt">, "peer"> & {
  peer: Peer;
};

export type Message = OrNothing<OrNull<Whole<ChatApi["schemas"]["Message"]>, "body">, "deletedAt">;
export type Room = Omit<OrNull<Whole<ChatApi["schemas"]["InboxEntry"]>, "closedAt">, "lastMessage"> & {
  lastMessage: Message | null;
};
