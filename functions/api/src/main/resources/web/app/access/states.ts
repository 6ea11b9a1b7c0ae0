import type { Reality } from '../lib/answers';

/** The API's answers about who may trade. */
export type State = 'ACTIVE' | 'REDUCING' | 'HALTED';

export interface TradingStates {
  lanes: { broker: string; reality: Reality; state: State }[];
  said: { broker: string | null; strategy: string | null; state: State; reason: string; changedBy: string; changedAt: string }[];
}

export interface LaneTold {
  broker: string;
  acknowledged: boolean;
  sending: string[];
  unknown: string[];
  cancelling: string[];
  trouble: string | null;
}

export interface Told {
  state: State;
  strategy: string | null;
  acknowledged: boolean;
  lanes: LaneTold[];
}
