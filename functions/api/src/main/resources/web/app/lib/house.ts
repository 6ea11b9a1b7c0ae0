import type { Reality } from './answers';

/** The API's answers about the house itself, as far as they are shown. */

export interface Finding {
  check: string;
  level: 'OK' | 'WARN' | 'FAIL';
  subject: string;
  words: string;
  fix: string | null;
}

export interface Report {
  level: 'OK' | 'WARN' | 'FAIL';
  at: string;
  findings: Finding[];
}

export interface Health {
  at: string;
  status: 'UP' | 'DEGRADED' | 'DOWN';
  parts: { name: string; status: 'UP' | 'DEGRADED' | 'DOWN'; words: string[] }[];
}

export interface Service {
  stage: string;
  state: 'UP' | 'SILENT' | 'ABSENT';
  processes: {
    instance: string;
    state: 'UP' | 'SILENT';
    brokers: string[];
    startedAt: string;
    seenAt: string;
    memoryPercent: number | null;
    diskPercent: number | null;
  }[];
}

export interface Market {
  venue: string;
  assetClass: string;
  day: string;
  open: boolean;
  words: string;
  nextOpen: string | null;
  holidays: string[];
  yearIsKnown: boolean;
}

export interface Letters {
  seenAt: string | null;
  letters: number;
  open: number;
  topics: { topic: string; broker: string | null; letters: number; replayed: number; open: number; newestAt: string | null }[];
}

export interface SystemInfo {
  version: string;
  java: string;
  startedAt: string;
  database: { version: string; migration: string; bytes: number };
  redis: { version: string; bytes: number; keys: number };
}

export interface Account {
  broker: string;
  reality: Reality;
  tradingState: 'ACTIVE' | 'REDUCING' | 'HALTED';
  states: { every: boolean; strategy: string | null; state: string; reason: string }[];
  strategies: string[];
}

export interface Feed {
  assetClass: string;
  source: string;
  live: boolean;
  stream: string;
  state: string;
  trouble: string | null;
  ticks: number;
  lastBatchAt: string | null;
  seenAt: string;
  unread: number | null;
}
