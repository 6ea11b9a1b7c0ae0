package io.alphapanda.local.dashboard;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// What stands on a page, read back: tables as rows by heading, facts by their names, figures as decimals.
public final class Shown {

    private static final int DIGITS = 2;

    private Shown() {}

    /// A table's rows, each cell by its heading, under `id` what the row is of.
    @SuppressWarnings("unchecked") // of a script that answers so
    public static List<Map<String, String>> rows(Locator around) {
        return (List<Map<String, String>>) around.evaluate("""
                around => [...around.querySelectorAll('tbody tr')].map(row => ({ id: row.dataset.id, ...Object.fromEntries(
                  [...row.querySelectorAll('td[data-name]')].map(cell =>
                    [cell.dataset.name, cell.innerText.replace(/\\s+/g, ' ').trim()])) }))""");
    }

    /// What is said under each name of a list of facts.
    @SuppressWarnings("unchecked") // of a script that answers so
    public static Map<String, String> facts(Locator around) {
        return (Map<String, String>) around.evaluate("""
                around => Object.fromEntries([...around.querySelectorAll('dl.facts > div')].map(each =>
                  [each.querySelector('dt').innerText, each.querySelector('dd').innerText.replace(/\\s+/g, ' ').trim()]))""");
    }

    /// `−12,34,567.89` as a number.
    public static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", "").replace('\u2212', '-').replace("+", ""));
    }

    /// A decimal of the API as an amount is shown.
    public static BigDecimal amount(String text) {
        return new BigDecimal(text).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
