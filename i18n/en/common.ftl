# The frame around every page.
app-name = Basketry
app-title = Basketry: how should the money be spent?
back = Back
continue = Continue
language = Language
text-size = Text size
text-normal = normal text
text-larger = larger text
text-largest = largest text
step-of = Step { $now } of { $of }
illustrative = Illustrative
assumption = Assumption
table-number = Table { $table }
field-optional = (you can leave this out)
field-left = { $count ->
    [one] { $count } letter left
   *[other] { $count } letters left
}
recommendations-not-decisions = Results are recommendations, not decisions.
draft-saved = Saved on this device
draft-not-saved = Not saved: answers would be lost on a reload

# When the start fails.
cannot-start = Basketry cannot start here
app-unreachable = The app's own files cannot be reached. Check the network, then load the page again. Nothing that was confirmed is lost.
storage-unavailable = This browser does not let the app store anything, so no ballot could be kept. Leave private browsing or allow this site to store data, then load the page again.
storage-newer = A newer Basketry has been used on this device. Load the page again to get it. Nothing that was confirmed is lost.
storage-full = The device has no space left for the ballot. Free some space, then press confirm again.
storage-conflict = Another ballot with the same number is stored already. Keep this one as a file and tell the facilitator.
storage-failed = The device's storage did not take the ballot. Press confirm again; if it keeps failing, keep the ballot as a file.
