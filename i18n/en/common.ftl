# The frame around every page.
app-name = Basketry
app-title = Basketry: how should the money be spent?
app-description = A community consultation about how a fixed budget should be spent.
skip = Skip to the page's content
loading = Loading…
back = Back
continue = Continue
language = Language
text-size = Text size
text-normal = normal text
text-larger = larger text
text-largest = largest text
read-aloud = Read aloud
read-aloud-stop = Stop reading
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

# When the program fails, or cannot run at all.
crash-heading = Something went wrong in the program
crash-text = What was confirmed is stored. What was answered on this page was saved before; load the page again to go on.
crash-reload = Load the page again
no-script = Basketry needs JavaScript and WebAssembly. Allow them for this page, or use another browser.

# When the start fails.
cannot-start = Basketry cannot start here
app-unreachable = The app's own files cannot be reached. Check the network, then load the page again. Nothing that was confirmed is lost.
begin-missing = This link leads to a consultation that is not here. Check the link, or choose one on the start page.
to-start = Go to the start page
cannot-start-full = The device has no space left, so nothing could be kept. Free some space, then load the page again. Nothing that was confirmed is lost.
cannot-start-failed = The device's storage did not answer as it should. Load the page again; if that does not help, close the browser and open it again. Nothing that was confirmed is lost.
storage-unavailable = This browser does not let the app store anything, so no ballot could be kept. Leave private browsing or allow this site to store data, then load the page again.
storage-blocked = Another tab has an older Basketry open. Close the other Basketry tabs, then load the page again. Nothing that was confirmed is lost.
storage-newer = A newer Basketry has been used on this device. Load the page again to get it. Nothing that was confirmed is lost.
storage-full = The device has no space left for the ballot. Free some space, then press confirm again.
storage-conflict = Another ballot with the same number is stored already. Keep this one as a file and tell the facilitator.
storage-failed = The device's storage did not take the ballot. Press confirm again; if it keeps failing, keep the ballot as a file.
