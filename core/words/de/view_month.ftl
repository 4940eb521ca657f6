# Der Monat einer Assistent:in, nach Ausnahmen: was abweicht, was zu klären ist, was freigegeben werden kann.
