// People whose address is kept hidden, as the records on this device say: lists and search leave out where they live, whoever
// wrote it down and whether or not the home has heard of it yet (core/domain/hiding.h).
#pragma once

#include "core/base/result.h"
#include "core/sqlite/connection.h"
#include "core/usecases/ports/body_codec.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace frontsheet::store {

class HiddenPeople {
public:
    // Null: nobody. Reads every statement on the device, so it is made once a change of the store.
    [[nodiscard]] static Result<std::shared_ptr<const HiddenPeople>> of(sqlite::Connection& db, const BodyCodec& codec,
                                                                        WallTime now);

    [[nodiscard]] bool has(std::int64_t human) const { return m_humans.contains(human); }
    [[nodiscard]] bool has(const PersonId& person) const { return m_persons.contains(person); }
    // Whether the registration would be found by these words if it said nothing of where the person lives; true of anybody else's.
    [[nodiscard]] bool mayFind(std::int64_t registration, const std::vector<std::string>& typed) const;

private:
    std::unordered_set<std::int64_t> m_humans;
    std::unordered_set<PersonId> m_persons;                             // all ids of each
    std::unordered_map<std::int64_t, std::vector<std::string>> m_words; // of a registration, without its address
};

// Each of the typed words begins one of the words.
[[nodiscard]] bool haveAll(const std::vector<std::string>& words, const std::vector<std::string>& typed);

} // namespace frontsheet::store
