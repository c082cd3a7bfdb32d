# One command at a time changes a lab. The lock is held on descriptor 9 until the process ends, so a killed
# command never leaves a locked lab; whatever is started to stay must close descriptor 9.

# lock_lab SECONDS: false when another command holds the lab longer than that.
lock_lab() {
    local file=$LAB_HOME/.lock-$LAB until=$((SECONDS + $1))
    mkdir -p "$LAB_HOME"
    while :; do
        exec 9>"$file"
        flock --wait "$((until > SECONDS ? until - SECONDS : 0))" 9 || return 1
        # The holder before us may have removed the file: then this lock is nobody's, take the new one.
        [ ! "$file" -ef /proc/self/fd/9 ] || return 0
    done
}

unlock_lab() { exec 9>&-; }

# After the lab is gone, its lock file goes too. Call with the lock held.
remove_lock() {
    rm -f "$LAB_HOME/.lock-$LAB"
    unlock_lab
}
