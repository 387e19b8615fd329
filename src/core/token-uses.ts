/** Which tokens were used already, for the replay guard. Holds digests of ids, no token. */
export interface TokenUses {
  /** Remembers an id until `until` (epoch ms). False: it was there already. Throws `journal-unavailable`. */
  claim(id: string, until: number): Promise<boolean>
  close(): Promise<void>
}
