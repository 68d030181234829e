//! Numbers, money and dates through `Intl`, without floating point on the way.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use basketry_app::common::words::Words;
use basketry_domain::{Currency, Date, Decimal, Money, PartialDate};
use basketry_texts::{Locale, msg};
use wasm_bindgen_test::wasm_bindgen_test;

fn english() -> Words {
    Words::new("en")
}

fn currency(code: &str) -> Currency {
    code.parse().unwrap()
}

#[wasm_bindgen_test]
fn money_is_written_to_the_last_penny() {
    let money = |minor, code| english().money(Money::from_minor(minor), currency(code));
    assert_eq!(money(70_000_000, "GBP"), "£700,000");
    assert_eq!(money(5, "GBP"), "£0.05");
    assert_eq!(money(-150, "GBP"), "-£1.50");
    assert_eq!(money(700, "JPY"), "JP¥700");
    // Beyond 2^53, where floating point loses pennies.
    assert_eq!(money(9_007_199_254_740_993, "GBP"), "£90,071,992,547,409.93");
}

#[wasm_bindgen_test]
fn figures_keep_the_digits_of_their_source() {
    let decimal = |text: &str| english().decimal(text.parse::<Decimal>().unwrap());
    assert_eq!(decimal("1850"), "1,850");
    assert_eq!(decimal("12.50"), "12.50");
    assert_eq!(decimal("-0.5"), "-0.5");
    assert_eq!(Locale::percent(&english(), 455, 1), "45.5%");
}

#[wasm_bindgen_test]
fn days_are_written_out_in_the_british_order() {
    assert_eq!(english().date("1997-05-12".parse::<Date>().unwrap()), "12 May 1997");
    assert_eq!(Locale::date(&english(), "soon"), "soon");
}

#[wasm_bindgen_test]
fn a_date_says_no_more_than_is_known() {
    let partial = |text: &str| english().partial_date(text.parse::<PartialDate>().unwrap());
    assert_eq!([partial("2004"), partial("1998-06"), partial("2001-07-31")], ["2004", "June 1998", "31 July 2001"]);
}

#[wasm_bindgen_test]
fn another_language_has_its_own_plurals_and_separators() {
    let polish = Words::new("pl");
    assert_eq!(["one", "few", "many"].map(String::from), [1, 2, 5].map(|n| polish.plural(n)));
    assert_eq!(polish.whole(12_345).replace('\u{a0}', " "), "12 345");
}

#[wasm_bindgen_test]
fn a_language_without_texts_falls_back_to_english() {
    assert_eq!(Words::new("cy").say(&msg::BACK, &[]), english().say(&msg::BACK, &[]));
}
