/** The API's answers, as far as they are shown. Amounts are decimals as strings, times ISO instants. */

export type Reality = 'PAPER' | 'SIMULATED' | 'LIVE';

interface Row {
  broker: string;
  kind: string;
  reality: Reality;
}

export interface Totals {
  currency: string;
  portfolios: number;
  positions: number;
  startingCash: string;
  cash: string;
  realizedPnl: string;
  unrealizedPnl: string;
  fees: string;
  equity: string;
}

export interface Summary extends Row {
  totals: Totals[];
  portfolios: number;
  positions: number;
  unsummed: { strategy: string; currencies: string[] }[];
  unmarked: string[];
  oldestMark: { instrument: string; price: string; time: string; ageSeconds: number } | null;
}

export interface Session extends Row {
  state: 'NOT_NEEDED' | 'NONE' | 'OPEN' | 'EXPIRED' | 'ENDED';
  userId: string | null;
  expiresAt: string | null;
  endedWhy: string | null;
  login: string | null;
}

export interface Portfolio extends Row {
  strategy: string;
  currencies: string[];
  startingCash: string;
  cash: string;
  realizedPnl: string;
  fees: string;
  positionsCost: string | null;
  changedAt: string;
}

export interface Position {
  instrument: string;
  currency: string;
  signedQuantity: string;
  averageEntryPrice: string | null;
  cost: string;
  realizedPnl: string;
  fees: string;
  markPrice: string | null;
  markTime: string | null;
  unrealizedPnl: string | null;
}

export interface PortfolioDetail extends Portfolio {
  source: 'view' | 'ledger';
  positions: Position[];
}

export interface Order extends Row {
  id: string;
  strategy: string;
  instrument: string;
  currency: string;
  side: 'BUY' | 'SELL';
  status: string;
  quantity: string;
  filledQuantity: string;
  averagePrice: string | null;
  referencePrice: string;
  failure: string | null;
  words: string | null;
  brokerOrderId: string | null;
  correlationId: string;
  recordedAt: string;
}

export interface Fill {
  id: string;
  quantity: string;
  price: string;
  fees: string;
  slippageBps: number;
  recordedAt: string;
  cashChange: string | null;
  realized: string | null;
  bookedAt: string | null;
}

export interface Verdict {
  rule: string;
  denial: string | null;
  numbers: Record<string, string>;
}

export interface Decision {
  approved: boolean;
  denial: string | null;
  verdicts: Verdict[];
  recordedAt: string;
}

export interface Signal extends Row {
  id: string;
  correlationId: string;
  strategy: string;
  instrument: string;
  currency: string;
  side: 'BUY' | 'SELL';
  quantity: string;
  price: string;
  referencePrice: string;
  referenceTime: string;
  reason: string;
  decision: Decision;
  recordedAt: string;
}

export interface Idea {
  correlationId: string;
  strategy: string;
  definition: number;
  instrument: string;
  currency: string;
  side: 'BUY' | 'SELL';
  quantity: string;
  price: string;
  reason: string;
  stream: string;
  tickOrdinal: number;
  referencePrice: string;
  referenceTime: string;
  dueAt: string;
  expiresAt: string;
}

export interface Delays {
  decided: number | null;
  ordered: number | null;
  filled: number | null;
  booked: number | null;
}

export interface Execution extends Row {
  outcome: string;
  failure: string | null;
  filledQuantity: string;
  averagePrice: string | null;
  slippageBps: number | null;
  fees: string;
  realized: string;
  delays: Delays;
}

export interface Explanation {
  idea: Idea;
  lanes: {
    signalId: string;
    decision: Decision;
    orders: { order: Order; transitions: Transition[]; fills: Fill[] }[];
    execution: Execution;
  }[];
}

export interface Transition {
  version: number;
  status: string;
  failure: string | null;
  recordedAt: string;
}

export interface Twin {
  idea: Idea;
  execution: Execution;
  against: Execution | null;
  difference: { legs: string; filledQuantity: string; slippageBps: number | null; delayMillis: number | null };
  recordedAt: string;
}

export interface TwinSummary {
  broker: string;
  reality: Reality;
  against: string;
  againstReality: Reality;
  from: string;
  to: string;
  rows: {
    strategy: string;
    instrument: string;
    signals: number;
    both: number;
    missed: number;
    extra: number;
    neither: number;
    pending: number;
    slippageBps: number | null;
    againstSlippageBps: number | null;
    worstBps: number | null;
    medianDelayMillis: number | null;
    p95DelayMillis: number | null;
  }[];
}

export interface Strategy {
  id: string;
  version: number;
  enabled: boolean;
  live: boolean;
  brokers: string[];
  definition: Record<string, unknown>;
  source: string;
  changedAt: string;
}

export interface Stage {
  stage: string;
  what: string;
  count: number;
  lastAt: string | null;
  medianMillis: number | null;
  p95Millis: number | null;
  unsent: number;
  oldestUnsentAt: string | null;
  unread: number | null;
}

export interface LaneFlow {
  broker: string;
  kind: string;
  reality: Reality;
  approved: number;
  denied: number;
  orders: Record<string, number>;
  deadLetters: number | null;
  stages: Stage[];
}

export interface Alert {
  id: string;
  source: 'ALARM' | 'RULE';
  broker: string | null;
  reality: Reality | null;
  code: string;
  severity: 'INFO' | 'WARNING' | 'CRITICAL';
  subject: string;
  words: string;
  halted: boolean;
  raisedAt: string;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  resolvedAt: string | null;
  resolvedBy: string | null;
}

export interface EquityPoint {
  asOf: string;
  reality: Reality;
  cash: string;
  equity: string | null;
  positions: number;
  pricing: 'CURRENT' | 'STALE' | 'MISSING';
  priceAgeSeconds: number | null;
}

export interface LogLine {
  id: string;
  channel: string;
  time: string;
  level: 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'TRACE';
  room: string;
  category: string;
  message: string;
  broker: string | null;
  eventId: string | null;
  correlationId: string | null;
  strategyId: string | null;
  instrument: string | null;
  orderId: string | null;
  error: string | null;
}

export interface LogChannel {
  channel: string;
  lines: number;
  oldest: string | null;
  newest: string | null;
}

/** The last price of an instrument. */
export interface LastPrice {
  instrument: string;
  currency: string;
  price: string | null;
  time: string | null;
  ageSeconds: number | null;
  stream: string | null;
}

export interface Instrument extends LastPrice {
  assetClass: string | null;
  brokers: string[];
  strategies: string[];
}

export interface Bar {
  time: string;
  open: string;
  high: string;
  low: string;
  close: string;
  volume: string | null;
  ticks: number;
  stream: string;
}

export interface Prices {
  last: LastPrice;
  bars: Bar[];
}

export interface FillRow extends Row, Fill {
  orderId: string;
  strategy: string;
  instrument: string;
  currency: string;
  side: 'BUY' | 'SELL';
  executedAt: string;
  correlationId: string;
}
