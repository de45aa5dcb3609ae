// World where every edit that somebody was told is saved is accounted for: applied, kept in both versions, held, refused and
// shown, or waiting; once, wherever it is.
#include "core/domain/canonical.h"
#include "tests/sim/restored.h"
#include "tests/sim/world.h"

#include <algorithm>

namespace frontsheet::sim {

namespace {

const FieldEdit* editOf(const Intent& intent, FieldTag field) {
    const auto at = std::find_if(intent.edits.begin(), intent.edits.end(),
                                 [field](const FieldEdit& edit) { return edit.field == field; });
    return at == intent.edits.end() ? nullptr : &*at;
}

// Whether what `later` sends has what `intent` was to put there.
bool carriesWords(const Intent& later, const Intent& intent) {
    return std::all_of(intent.edits.begin(), intent.edits.end(), [&](const FieldEdit& edit) {
        const FieldEdit* there = editOf(later, edit.field);
        return edit.before == edit.after || (there != nullptr && there->after == edit.after);
    });
}

} // namespace

std::set<OpId> World::outboxOf(DeviceNode& device) {
    std::set<OpId> ops;
    const auto items = device.store().outbox();
    if (!items) {
        fails("the outbox of " + device.name + " cannot be read: " + describe(items.error()));
        return ops;
    }
    for (const auto& item : *items) {
        ops.insert(item.intent.op);
    }
    return ops;
}

void World::noteSaved(DeviceNode& device, const Intent& intent, Account::Standing standing) {
    auto [at, fresh] = m_accounts.try_emplace(intent.op);
    Account& account = at->second;
    account.device = indexOf(device);
    account.intent = intent;
    account.standing = standing;
    if (fresh) {
        m_saved.push_back(intent.op);
    }
    if (intent.type != RecordType::ContactNote || intent.base.n != 0 || standing != Account::Standing::Saved) {
        // Only drafts are folded, into what was never handed out.
        if (intent.type != RecordType::ContactNote || standing != Account::Standing::Saved) {
            return;
        }
    }
    const auto items = device.store().outbox();
    if (!items) {
        return; // the disk has failed since
    }
    const bool itself =
        std::any_of(items->begin(), items->end(), [&](const OutboxItem& item) { return item.intent.op == intent.op; });
    if (itself) {
        return;
    }
    for (const auto& item : *items) {
        if (item.intent.record == intent.record && carriesWords(item.intent, intent)) {
            account.foldedInto = item.intent.op;
            m_tally.count("outbox", "folded");
        }
    }
    if (account.foldedInto.isNull() && fresh) {
        fails("an edit of " + device.name + " is saved and nowhere in its outbox");
    }
}

Result<void> World::save(DeviceNode& device, const std::vector<Intent>& intents) {
    if (!device.isUp()) {
        return {ErrorCode::DiskFailed, "off"};
    }
    // A form has one text: of what it could not save before, nobody tries to save more than it says now.
    std::erase_if(m_memory[indexOf(device)].tryAgain, [&](const Intent& old) {
        return std::any_of(intents.begin(), intents.end(), [&](const Intent& intent) {
            return intent.type == RecordType::ContactNote && intent.record == old.record && intent.op != old.op;
        });
    });
    auto* before = std::exchange(m_acting, &device);
    const auto saved = device.store().save(intents);
    m_acting = before;
    m_tally.count("save", saved ? "saved" : name(saved.error().code));
    std::string what;
    for (const auto& intent : intents) {
        what += (what.empty() ? "" : " and ") + std::string{intent.base.n == 0 ? "writes " : "edits "} +
                inWords(intent.type) + " " + intent.record.hex().substr(8, 8) + " (" + intent.op.hex().substr(0, 8) +
                " for " + intent.home.str() + ")";
    }
    say(device.name, what + ": " + (saved ? "saved" : std::string{name(saved.error().code)}));
    if (saved) {
        const bool alive = device.isUp(); // the power may go after the commit: it is there when it comes back
        for (const auto& intent : intents) {
            if (!intent.replaces.isNull()) {
                for (auto& [op, old] : m_accounts) {
                    if (op == intent.replaces || old.foldedInto == intent.replaces) {
                        old.standing = Account::Standing::LetGo;
                    }
                }
            }
            if (alive) {
                noteSaved(device, intent, Account::Standing::Saved);
            } else {
                m_memory[indexOf(device)].tryAgain.push_back(intent);
                noteSaved(device, intent, Account::Standing::Doubtful);
            }
        }
        return saved;
    }
    // The caller keeps the text, and tries again: at once, when the device is back, or not at all.
    for (const auto& intent : intents) {
        noteSaved(device, intent, Account::Standing::Doubtful);
        for (auto& [op, old] : m_accounts) {
            if (!intent.replaces.isNull() && (op == intent.replaces || old.foldedInto == intent.replaces)) {
                old.standing = Account::Standing::Doubtful; // replaced, if this is there when the power comes back
            }
        }
        if (m_people.percent(75)) {
            m_memory[indexOf(device)].tryAgain.push_back(intent);
        }
    }
    return saved;
}

// Lets go of an item takes along what was built on it.
void World::letGoWhatIsGone(DeviceNode& device, const std::set<OpId>& before) {
    const auto after = outboxOf(device);
    for (const auto& op : before) {
        if (!after.contains(op)) {
            for (auto& [name, account] : m_accounts) {
                if (name == op || account.foldedInto == op) {
                    account.standing = Account::Standing::LetGo;
                }
            }
        }
    }
}

void World::checkAccounts(DeviceNode& device) {
    const std::size_t index = indexOf(device);
    const auto read = device.store().outbox();
    if (!read) {
        fails("the outbox of " + device.name + " cannot be read");
        return;
    }
    std::map<OpId, const OutboxItem*> items;
    for (const auto& item : *read) {
        if (!items.emplace(item.intent.op, &item).second) {
            fails("an edit is twice in the outbox of " + device.name);
        }
        if (!m_accounts.contains(item.intent.op)) {
            fails("the outbox of " + device.name + " has an edit that nobody made");
        }
    }
    for (const auto& op : m_saved) {
        const Account& account = m_accounts.at(op);
        if (account.device != index || isWrong()) {
            continue;
        }
        const OpId& named = account.foldedInto.isNull() ? op : account.foldedInto;
        const std::string which =
            "the edit " + op.hex().substr(0, 8) + " of a " + inWords(account.intent.type) + " by " + device.name;
        HomeNode* where = home(account.intent.home);
        const auto* kept = where == nullptr ? nullptr : where->model.answered(device.who.device, named);
        const auto at = items.find(named);
        const OutboxItem* item = at == items.end() ? nullptr : at->second;
        const bool needed = item != nullptr && item->state == OutboxState::NeedsAttention;
        if (kept != nullptr) {
            const auto outcome = kept->result.outcome;
            m_tally.count("account", std::string{name(outcome)});
            // In conflict it is another version on the record, for everybody to see.
            const bool stands = outcome != IntentOutcome::Refused && outcome != IntentOutcome::Held;
            // A device that was set back may have sent other words under the name; they are refused and shown. Or it does not
            // know yet, because what stood before it in the queue then stands there again: it or its home was set back.
            const bool setBack = m_memory[index].copyWasRestored;
            const bool others = item != nullptr && (needed ? setBack && item->reason == ErrorCode::Duplicate
                                                           : (setBack || wasRestored(*where)) &&
                                                                 item->state == OutboxState::WaitsForAnother);
            if (stands && item != nullptr && !others) {
                fails(which + " is applied, and still in its outbox, state " +
                      std::to_string(static_cast<int>(item->state)) + " " + std::string{name(item->outcome)} + " " +
                      std::string{frontsheet::name(item->reason)});
            }
            const bool leftNothing =
                account.intent.home == device.who.agency && device.shutOutBy.contains(account.intent.home);
            if (!stands && account.standing == Account::Standing::Saved && account.showable && !leftNothing &&
                !others && (!needed || item->outcome != outcome || item->reason != kept->result.reason)) {
                fails(which + " is " + inWords(kept->result) + ", and its author is not shown that");
            }
            continue;
        }
        if (account.standing != Account::Standing::Saved) {
            m_tally.count("account", account.standing == Account::Standing::LetGo      ? "let go"
                                     : account.standing == Account::Standing::Doubtful ? "in doubt"
                                                                                       : "gone with a restored copy");
            continue;
        }
        const bool leftNothing =
            account.intent.home == device.who.agency && device.shutOutBy.contains(account.intent.home);
        if (item == nullptr && leftNothing && !m_memory[index].handsIn.contains(named)) {
            m_tally.count("account", "refused before, and gone with its home");
        } else if (item == nullptr) {
            fails(which + " was saved and is nowhere");
        } else if (needed) {
            m_tally.count("account", "refused on the device");
            if (item->outcome != IntentOutcome::Refused) {
                fails(which + " is said to be " + std::string{name(item->outcome)} +
                      " by a home that does not know it");
            }
        } else if (item->state == OutboxState::WaitsForAnother) {
            m_tally.count("account", "waits for another");
        } else if (where != nullptr && !device.shutOutBy.contains(account.intent.home)) {
            fails(which + " is still queued although everything is quiet");
        } else {
            m_tally.count("account", "waits for a home that is not there");
        }
    }
}

} // namespace frontsheet::sim
