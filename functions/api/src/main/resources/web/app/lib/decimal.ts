/**
 * Decimals as the API writes them, `-1234.5`: at most ten digits behind the point. They are shown without ever
 * becoming a double.
 */
const SCALE = 10;

function scaled(text: string): bigint {
  const negative = text.startsWith('-');
  const [whole, fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const value = BigInt(whole + fraction.padEnd(SCALE, '0').slice(0, SCALE));
  return negative ? -value : value;
}

/** -1, 0 or 1. */
export function sign(text: string): number {
  const value = scaled(text);
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

/** The first less the second, of one currency, as a decimal. */
export function difference(from: string, less: string): string {
  const value = scaled(from) - scaled(less);
  const digits = (value < 0n ? -value : value).toString().padStart(SCALE + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`;
}

/** Rounded half-even to `digits`, grouped as the currency's country writes it: 12,34,567.89 for rupees. */
export function format(text: string, currency = '', digits = 2): string {
  const value = scaled(text);
  const size = value < 0n ? -value : value;
  const unit = 10n ** BigInt(SCALE - digits);
  let rounded = size / unit;
  const rest = size % unit;
  if (rest * 2n > unit || (rest * 2n === unit && rounded % 2n === 1n)) {
    rounded += 1n;
  }
  const plain = rounded.toString().padStart(digits + 1, '0');
  const whole = BigInt(digits ? plain.slice(0, -digits) : plain);
  const grouped = new Intl.NumberFormat(currency === 'INR' ? 'en-IN' : 'en-US').format(whole);
  return `${value < 0n && rounded > 0n ? '\u2212' : ''}${grouped}${digits ? '.' + plain.slice(-digits) : ''}`;
}

/** With a plus before what is above zero, so that gain and loss differ by more than their colour. */
export function signed(text: string, currency = '', digits = 2): string {
  const shown = format(text, currency, digits);
  return sign(text) > 0 ? `+${shown}` : shown;
}

/** A quantity or price: as many digits as it has. */
export function plain(text: string, currency = ''): string {
  const digits = text.includes('.') ? text.split('.')[1].length : 0;
  return format(text, currency, Math.min(digits, SCALE));
}
