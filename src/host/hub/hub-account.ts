import type * as vscode from 'vscode';
import { hubEndpoint } from '../../core/hub/hub-endpoint.ts';
import type { TokenOrigin } from '../../core/hub/token-source.ts';
import { connectHub } from '../../node/hub/connect-hub.ts';
import type { HubConnection } from '../../node/hub/hub-connection.ts';
import { resolveToken } from '../../node/hub/resolve-token.ts';
import { hubEnvironment } from '../runs/hub-environment.ts';

/**
 * The user's account at the Hub that the environment or the user-level setting names. A pasted token is in VS Code's secret store
 * and nowhere else, one for each endpoint, so that none goes to another.
 */
export class HubAccount {
  readonly #secrets: vscode.SecretStorage;
  #last: HubConnection | null = null;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  get endpoint(): string {
    return hubEndpoint(hubEnvironment());
  }

  /** A connection with the token of now; the same one as long as neither it nor the endpoint changes. @throws {HumanError} */
  async connect(): Promise<HubConnection> {
    const now = await connectHub(hubEnvironment(), () => this.secret());
    const last = this.#last;
    if (last?.endpoint === now.endpoint && last.token === now.token && last.xet === now.xet) return last;
    this.#last = now;
    return now;
  }

  /** A connection with a token that is only tried. */
  async tryToken(token: string): Promise<HubConnection> {
    return { ...(await connectHub({ ...hubEnvironment(), HF_OIDC_RESOURCE: undefined })), token };
  }

  /** Where the token that is used now comes from; null where there is none. */
  async origin(): Promise<TokenOrigin | null> {
    return (await resolveToken(hubEnvironment(), { secret: () => this.secret() }))?.source ?? null;
  }

  /** The pasted token, where it is the one that is used now: the environment and the token file have none. */
  async pastedToken(): Promise<string | null> {
    const found = await resolveToken(hubEnvironment(), { secret: () => this.secret() });
    return found?.source.kind === 'secret-store' ? found.token : null;
  }

  /** The pasted token of this endpoint. */
  async secret(): Promise<string | null> {
    return (await this.#secrets.get(this.#key())) ?? null;
  }

  async keep(token: string): Promise<void> {
    await this.#secrets.store(this.#key(), token);
  }

  async forget(): Promise<void> {
    await this.#secrets.delete(this.#key());
  }

  #key(): string {
    return `hub-token:${this.endpoint}`;
  }
}
