// The numbers of the screens' side, one sentence each.
#pragma once

namespace frontsheet::tuning {

// A key press is on the disk at most this long after it, typing or not (the promise is 500 ms; the rest is the disk's).
inline constexpr int kAutosaveLatestMs = 350;
// What the disk did not take is offered to it again after so long.
inline constexpr int kKeepAgainMs = 3'000;
// A pause this short in the typing saves at once.
inline constexpr int kAutosavePauseMs = 200;
// "Updated a moment ago" and clocks of promises move on this often without an exchange.
inline constexpr int kTickMs = 30'000;
// Rows of one list on Today; the rest is on its own page.
inline constexpr int kTodayRows = 6;
// A review due within so many days is soon.
inline constexpr int kReviewSoonDays = 7;
// The rows of the person shown before, hidden, wait so long for the words of the next; then they are taken down.
inline constexpr int kTurnWithinMs = 300;
// Rows that are kept for a longer list say nothing any more after so long.
inline constexpr int kForgetSpareRowsMs = 500;
// The screen has stood still for so long after what somebody did: garbage is collected then. Shorter than between two keys of a fast
// typist, longer than a frame.
inline constexpr int kCollectAfterMs = 30;
// Of texts the engine may make before it collects by itself, some two dozen times what it starts with: more than a burst of keys makes.
inline constexpr long kBallastBytes = 4L << 20;
// Longer than this, and a page says that it is at work.
inline constexpr int kSayWorkingAfterMs = 1'000;

} // namespace frontsheet::tuning
