import type { Path } from "./paths";
import { OfflineError, type Problem, ProblemError } from "./problem";

const PATIENCE_MS = 15_000;
const UPLOAD_PATIENCE_MS = 90_000;

export interface Call {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
}

/** Asks a service. Throws a ProblemError if it refuses, an OfflineError if it does not answer. */
export async function ask<T>(path: Path, { method = "GET", body, token, headers }: Call = {}): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await send(path, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined || isForm ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(isForm ? UPLOAD_PATIENCE_MS : PATIENCE_MS),
  });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return (response.status === 204 ? undefined : await json(response)) as T;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (gone) {
    throw new OfflineError(gone);
  }
}

async function json(response: Response): Promise<unknown> {
  const text = await response.text().catch((gone: unknown) => {
    throw new OfflineError(gone);
  });
  return text === "" ? undefined : JSON.parse(text);
}

/** A proxy in between may answer with something that is no problem document. */
async function problemOf(response: Response): Promise<Problem> {
  const correlationId = response.headers.get("X-Correlation-Id");
  const fallback: Problem = {
    status: response.status,
    code: `http-${response.status}`,
    title: response.statusText,
    detail: "",
    ...(correlationId ? { correlationId } : {}),
  };
  if (!response.headers.get("Content-Type")?.includes("json")) return fallback;
  try {
    return { ...fallback, ...((await json(response)) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}
