-- `mitate lsp` as Neovim sees it: its own client (`vim.lsp`) opens the starter course, writes in it, and asks.
-- Runs by `nvim --headless --clean -n -c 'luafile tests/lsp/neovim.lua'`; MITATE_BIN is the program. Works with Neovim 0.7 and newer.

local PATIENCE = 60000
local bin = vim.env.MITATE_BIN or 'target/debug/mitate'
local folder = vim.fn.tempname()
local count = 0

local function check(is_right, what)
  if not is_right then error(what, 2) end
  count = count + 1
end

-- Waits until `see` gives something.
local function until_(what, see)
  local seen
  local ok = vim.wait(PATIENCE, function()
    seen = see()
    return seen
  end, 5)
  if not ok then error('never happened: ' .. what, 2) end
  count = count + 1
  return seen
end

local function run()
  -- The cursor may be behind the last sign of a line, as while typing.
  vim.o.virtualedit = 'onemore'
  vim.fn.system({ bin, 'new', folder, '--lang', 'ja' })
  check(vim.v.shell_error == 0, 'mitate new')
  folder = vim.loop.fs_realpath(folder)
  local client = vim.lsp.start_client({ name = 'mitate', cmd = { bin, 'lsp' }, root_dir = folder })
  until_('the server is ready', function()
    local it = vim.lsp.get_client_by_id(client)
    return it and it.initialized
  end)

  -- A file of the course in the window, attached to the server.
  local function edit(path)
    vim.cmd('edit! ' .. vim.fn.fnameescape(folder .. '/' .. path))
    vim.lsp.buf_attach_client(0, client)
    return vim.api.nvim_get_current_buf()
  end

  -- Puts the cursor behind the first `words`, with `back` bytes in between.
  local function cursor(words, back)
    for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
      local _, last = line:find(words, 1, true)
      if last then
        vim.api.nvim_win_set_cursor(0, { number, last - (back or 0) })
        return
      end
    end
    error('no such words: ' .. words, 2)
  end

  local function ask(method)
    local params = vim.lsp.util.make_position_params(0, 'utf-16')
    local all = vim.lsp.buf_request_sync(0, method, params, PATIENCE)
    local answer = all and all[client]
    if not answer or answer.err or answer.error then error(method .. ': ' .. vim.inspect(answer), 2) end
    return answer.result
  end

  local function has(code)
    return function()
      for _, it in ipairs(vim.diagnostic.get(0)) do
        if it.code == code then return it end
      end
    end
  end

  local function labels()
    local found = {}
    for _, it in ipairs(ask('textDocument/completion')) do found[it.label] = it end
    return found
  end

  local page = 'modules/01-start/10-setting.md'
  local buffer = edit(page)
  local before = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)

  -- Diagnostics, behind characters of two code units, before anything is saved.
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', '𠮷🙂の[箱](case:colection-box)。' })
  local wrong = until_('a wrong id is reported', has('unknown-reference'))
  local line = vim.api.nvim_buf_get_lines(buffer, wrong.lnum, wrong.lnum + 1, false)[1]
  check(line:sub(wrong.col + 1, wrong.end_col) == 'case:colection-box', 'its place: ' .. vim.inspect(wrong))
  check(wrong.message:find('collection-box', 1, true), 'its fix: ' .. wrong.message)
  check(vim.fn.filereadable(folder .. '/' .. page) == 1 and vim.bo.modified, 'nothing was saved')

  -- The fix as a code action.
  vim.ui.select = function(items, _, chosen) chosen(items[1], 1) end
  vim.api.nvim_win_set_cursor(0, { wrong.lnum + 1, wrong.col + 2 })
  vim.lsp.buf.code_action()
  until_('the fix is applied', function()
    local now = vim.api.nvim_buf_get_lines(buffer, wrong.lnum, wrong.lnum + 1, false)[1]
    return now == '𠮷🙂の[箱](case:collection-box)。'
  end)
  until_('nothing is wrong any more', function() return not has('unknown-reference')() end)

  -- Hover and definition.
  cursor('case:collection-box', 3)
  check(vim.inspect(ask('textDocument/hover').contents):find('case:collection-box', 1, true), 'hover of an id')
  vim.lsp.buf.definition()
  until_('the case is shown', function() return vim.api.nvim_buf_get_name(0):match('cases/collection%-box%.md$') end)

  -- Completion in front matter, in a fence, of a term; each as it is typed.
  edit(page)
  vim.api.nvim_buf_set_lines(0, 1, 1, false, { 'su' })
  cursor('su')
  vim.api.nvim_win_set_cursor(0, { 2, 2 })
  local keys = labels()
  check(keys['subtitle'], 'keys of a page: ' .. vim.inspect(vim.tbl_keys(keys)))
  check(keys['subtitle'].documentation.value:find('[ぁ-ん]') , 'said in Japanese')
  vim.lsp.util.apply_text_edits({ keys['subtitle'].textEdit }, 0, 'utf-16')
  local now = vim.api.nvim_buf_get_lines(0, 1, 2, false)[1]
  check(now == 'subtitle: ', 'the key is written: ' .. now)
  vim.api.nvim_buf_set_lines(0, 1, 2, false, {})
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', '```exercise', '', '```' })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0) - 1, 0 })
  check(labels()['first-words'], 'exercises in a fence')
  cursor('title: ')
  check(vim.inspect(ask('textDocument/documentSymbol')):find('name', 1, true), 'symbols')

  -- Another id for a case: in the page that is open, in files that are not, and in the name of its own file.
  vim.api.nvim_buf_set_lines(0, 0, -1, false, before)
  vim.cmd('write')
  local index = edit('modules/01-start/index.md')
  vim.api.nvim_buf_set_lines(index, -1, -1, false, { '', '𠮷🙂の[箱](case:collection-box)。' })
  cursor('case:collection-box', 2)
  vim.lsp.buf.rename('letter-box')
  until_('the link is changed', function()
    return table.concat(vim.api.nvim_buf_get_lines(index, 0, -1, false)):find('の[箱](case:letter-box)。', 1, true)
  end)
  until_('the file is renamed', function() return vim.fn.filereadable(folder .. '/cases/letter-box.md') == 1 end)
  check(vim.fn.filereadable(folder .. '/cases/collection-box.md') == 0, 'its old name is gone')
  vim.cmd('silent wall')
  local left = vim.fn.system({ 'grep', '-rlE', '(case:|case: |cases/)collection-box', folder, '--include=*.md', '--include=*.yaml' })
  check(left == '', 'every file names it by its new id: ' .. left)
  local said = vim.fn.system({ bin, 'check', folder })
  check(vim.v.shell_error == 0, 'the course has no errors: ' .. said)

  -- Another id for an exercise, which keeps the old one.
  edit(page)
  cursor('first-words')
  vim.lsp.buf.rename('first-greeting')
  until_('the exercise is renamed', function() return vim.fn.filereadable(folder .. '/exercises/first-greeting.yaml') == 1 end)
  vim.cmd('silent wall')
  local text = table.concat(vim.fn.readfile(folder .. '/exercises/first-greeting.yaml'), '\n')
  check(text:find('\nwas: [first-words]\n', 1, true), 'the old id stays: ' .. text)
  said = vim.fn.system({ bin, 'check', folder })
  check(vim.v.shell_error == 0, 'the course has no errors: ' .. said)
  edit(page)
  before = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '[[nothing]]' })
  until_('something is wrong', has('unknown-term'))

  -- Back as it was: nothing is wrong.
  vim.api.nvim_buf_set_lines(0, 0, -1, false, before)
  until_('all is well again', function() return #vim.diagnostic.get(0) == 0 end)

  vim.lsp.stop_client(client)
  until_('the server has ended', function() return vim.lsp.client_is_stopped(client) end)
end

local ok, fault = xpcall(run, debug.traceback)
vim.fn.delete(folder, 'rf')
if not ok then
  io.stderr:write(tostring(fault) .. '\n')
  vim.cmd('cquit 1')
end
print(count .. ' checks passed\n')
vim.cmd('qall!')
