// Which entries of the log are about whom, so that a question reads those and not all of it. It follows from the chain and
// may be forgotten and made again at any time; where the two disagree the chain is right (check()).
//
// It reaches as far as its checkpoint: the number of an entry, and that entry's hash. A log that no longer has that entry with
// that hash was cut off, put back or written anew, and the index is left aside until it is made again. What was logged since is
// read from the chain. So a view never waits for the index and is never short of what it has not got to.
#pragma once

#include "sync/server/ledger.h"

#include <functional>
#include <span>
#include <vector>

namespace frontsheet::disclosure {

// 64 bits of a SHA-256. Two subjects in one place cost the reading of an entry that does not belong, no more.
using Subject = std::uint64_t;
[[nodiscard]] Subject subjectOf(const PersonId& person);
[[nodiscard]] Subject subjectOf(const AgencyId& agency, const WorkerId& worker);
[[nodiscard]] Subject subjectOfReceipt(const DeviceId& device, std::uint64_t receipt);
[[nodiscard]] Subject subjectOfEmergencies(); // and of what was released under them
[[nodiscard]] Subject subjectOfEveryView();   // gaps, and what cannot be read

// Without repeats, ascending. `bytes` as they are kept: those that cannot be read are everybody's.
[[nodiscard]] std::vector<Subject> subjectsOf(BytesView bytes);

// The entries about any of these, ascending, and every one logged since the checkpoint; up to entry `last`.
using StoredVisitor = std::function<Result<void>(const StoredEntry&)>;
// `then`: asked once those of the index are through, for subjects that only they made known (receipts); may be empty.
using MoreSubjects = std::function<std::vector<Subject>()>;
[[nodiscard]] Result<void> walkAbout(LedgerReads& ledger, std::span<const Subject> subjects, std::uint64_t last,
                                     const StoredVisitor& visit, const MoreSubjects& then = {});

// Takes in up to `most` entries more; false when there were none. One that no longer fits the log is forgotten first.
[[nodiscard]] Result<bool> indexMore(LedgerWrites& ledger, std::size_t most);
// Entries that a view reads from the chain because the index has not got to them.
[[nodiscard]] Result<std::uint64_t> notIndexed(LedgerReads& ledger);

// Whether the index says of the entries up to its checkpoint what they say themselves. Takes as long as reading the log.
[[nodiscard]] Result<bool> indexAgrees(LedgerReads& ledger);

} // namespace frontsheet::disclosure
