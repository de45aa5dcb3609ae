// The shelf of agreements out of the device's own store: records of the directory, parsed once a text.
#pragma once

#include "core/usecases/ports/agreement_shelf.h"
#include "core/usecases/ports/record_reader.h"

#include <map>
#include <mutex>

namespace frontsheet {

class RecordShelf final : public AgreementShelf {
public:
    explicit RecordShelf(RecordReader& reader) : m_reader(reader) {}

    Result<std::shared_ptr<const HomeAgreements>> of(const AgencyId& home) override;
    Result<std::vector<std::shared_ptr<const HomeAgreements>>> all() override;

private:
    using Homes = std::map<AgencyId, std::shared_ptr<const HomeAgreements>>;
    [[nodiscard]] Result<Homes> read();
    [[nodiscard]] std::shared_ptr<const HomeAgreements> gathered(const AgencyId& home,
                                                                 const std::vector<Record>& records);

    // What a text says does not change; what became of it does. One text stands on the records of all its parties.
    struct Parsed {
        std::shared_ptr<const sharing::Agreement> agreement; // null: no agreement's text
        std::string hash;                                    // of its canonical form, hexadecimal
    };
    // Null when the text is not what the record's hash says.
    [[nodiscard]] std::shared_ptr<const sharing::Agreement> parsed(const Record& record);

    RecordReader& m_reader;
    std::mutex m_mutex;
    std::map<std::string, Parsed, std::less<>> m_parsed; // by text
    struct Gathered {
        std::vector<Record> from;
        std::shared_ptr<const HomeAgreements> home;
    };
    std::map<AgencyId, Gathered> m_homes;
};

} // namespace frontsheet
