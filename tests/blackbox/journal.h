// What the programs were seen to acknowledge, written down outside of them as it is seen: a flat file, a line a time, so that the
// reckoning at the end trusts nothing that the driver or the product remembers.
//
//   begin 17 nurse note - mark-17x       an act is asked for; the record where it is known before
//   saved 17 01a1ffa9...                 the program said "saved"
//   file 17 8c07...                      and this file, put on it by that act
//   not-done 17 WrongState               the program said that it was not done
//   sent 17                              a sync ended well, and the act waits no more
// An act that was begun and has neither line may have been done or not: nobody was told.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace frontsheet::blackbox {

struct JournalledAct {
    unsigned no = 0;
    std::string device;
    std::string kind; // "note", "draft", "edit", "sign", "addendum", "in-error", "refer", "message", "accept", ...
    std::string record;
    std::string mark; // stands in the words of this act and of no other
    std::string file; // of an "attach" that was said to be saved: its address
    enum class Seen : std::uint8_t { Nothing, Saved, NotDone } seen = Seen::Nothing;
    bool sent = false;
    [[nodiscard]] bool saved() const { return seen == Seen::Saved; }
};

class Journal {
public:
    explicit Journal(const std::filesystem::path& file) : m_file(file, std::ios::app) {}

    // The act's number.
    unsigned begin(const std::string& device, const std::string& kind, const std::string& record);
    // Of the act that begins next: part of its words.
    [[nodiscard]] std::string nextMark() const { return "mark-" + std::to_string(m_acts + 1) + "x"; }
    [[nodiscard]] unsigned next() const { return m_acts + 1; }
    void saved(unsigned no, const std::string& record);
    void file(unsigned no, const std::string& address);
    void notDone(unsigned no, const std::string& error);
    void sent(unsigned no);

    // Malformed.
    [[nodiscard]] static Result<std::vector<JournalledAct>> read(const std::filesystem::path& file);

private:
    std::ofstream m_file;
    unsigned m_acts = 0;
};

} // namespace frontsheet::blackbox
